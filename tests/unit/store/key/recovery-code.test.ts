import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generateRecoveryCode, normaliseRecoveryCode } from '../../../../src-main/store/key/recovery-code';
import { typedRecoveryCode } from '../../../../src-shared/contract/shapes';

const code = fc.constant(null).map(() => generateRecoveryCode());

test('a code is six groups of five symbols that cannot be confused, and is what it is read as', () => {
  for (let made = 0; made < 500; made += 1) {
    const generated = generateRecoveryCode();
    expect(generated).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/);
    expect(normaliseRecoveryCode(generated)).toBe(generated);
    expect(typedRecoveryCode.safeParse(generated).success).toBe(true);
  }
});

test('every symbol comes up about equally often at every place', () => {
  const rounds = 6400;
  const counts = new Map<string, number>();
  for (let made = 0; made < rounds; made += 1) {
    [...generateRecoveryCode()].forEach((symbol, place) => {
      if (symbol !== '-') counts.set(`${place} ${symbol}`, (counts.get(`${place} ${symbol}`) ?? 0) + 1);
    });
  }
  expect(counts.size).toBe(30 * 32);
  // 200 expected with a deviation of 14: the bounds are seven deviations away.
  for (const count of counts.values()) {
    expect(count).toBeGreaterThan(100);
    expect(count).toBeLessThan(300);
  }
});

test('case, spaces, dashes and look-alikes do not matter', () => {
  const between = fc.constantFrom('', '', ' ', '-', '  ', '\t', '\u00a0', '–', '‑', ' - ', '\n');
  const typed = code.chain((generated) =>
    fc
      .array(fc.tuple(fc.boolean(), fc.nat(3), between), { minLength: generated.length, maxLength: generated.length })
      .map((choices) => ({
        generated,
        typed: [...generated]
          .map((symbol, place) => {
            const [isLower, choice, gap] = choices[place] ?? [false, 0, ''];
            const alike = symbol === '0' ? ['0', 'O'] : symbol === '1' ? ['1', 'I', 'L', 'l'] : [symbol];
            const chosen = symbol === '-' ? '' : (alike[choice % alike.length] ?? symbol);
            return `${isLower ? chosen.toLowerCase() : chosen}${gap}`;
          })
          .join(''),
      })),
  );
  fc.assert(
    fc.property(typed, ({ generated, typed }) => {
      expect(normaliseRecoveryCode(typed)).toBe(generated);
    }),
  );
});

test('what is read twice is read the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9A-Za-z -]{25,40}$/)), (typed) => {
      const read = normaliseRecoveryCode(typed);
      if (read !== null) expect(normaliseRecoveryCode(read)).toBe(read);
    }),
  );
});

test('a code that lacks a symbol, has one too many or one that is in no code cannot be one', () => {
  const foreign = fc.constantFrom('U', 'u', '*', '~', '$', '=', 'É', 'ß', '😀', '\0', 'ё');
  fc.assert(
    fc.property(code, fc.nat(29), foreign, (generated, place, strange) => {
      const plain = generated.replaceAll('-', '');
      const before = plain.slice(0, place);
      const after = plain.slice(place + 1);
      expect(normaliseRecoveryCode(`${before}${after}`)).toBeNull();
      expect(normaliseRecoveryCode(`${before}7${plain.charAt(place)}${after}`)).toBeNull();
      expect(normaliseRecoveryCode(`${before}${strange}${after}`)).toBeNull();
    }),
  );
  for (const never of ['', ' ', '-----', 'x'.repeat(1_000_000)]) expect(normaliseRecoveryCode(never)).toBeNull();
});

test('a mistyped symbol makes another code, not the same', () => {
  fc.assert(
    fc.property(code, fc.nat(29), (generated, place) => {
      const plain = generated.replaceAll('-', '');
      const other = plain.charAt(place) === '7' ? '8' : '7';
      const mistyped = normaliseRecoveryCode(`${plain.slice(0, place)}${other}${plain.slice(place + 1)}`);
      expect(mistyped).not.toBeNull();
      expect(mistyped).not.toBe(generated);
    }),
  );
});
