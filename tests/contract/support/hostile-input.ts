import fc from 'fast-check';

const texts = [
  '',
  ' ',
  '\u0000',
  'tab\tand\r\nline',
  '\u001b[31mred\u001b[0m',
  '\u0085\u2028\u2029',
  "Robert'); DROP TABLE account;--",
  "' OR 1=1 --",
  '%_%" OR ""="',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}} #{7*7}',
  '=HYPERLINK("http://example.org")',
  '../../../../etc/passwd',
  'evil\u202egnp.exe',
  '\u200f\u05d0\u05d1\u200e',
  '\u0645\u0631\u062d\u0628\u0627',
  '\ud800',
  'half \udc00 pair',
  '\ufdfa'.repeat(20),
  'e\u0301\u0302\u0303'.repeat(30),
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{1f642}'.repeat(8),
  'İıſßẞ\u212a',
  '\ufeffname',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '1e999',
  'a@b.example',
  '"a b"@c.example',
  'a@\u0001.example',
  `${'a'.repeat(64)}@${'b'.repeat(189)}`,
  'A'.repeat(255),
  'A'.repeat(100_000),
  'A'.repeat(22),
  'eyJkaXJlY3Rpb24iOiJuZXh0IiwiaWQiOjF9',
  'eyJkaXJlY3Rpb24iOiJuZXh0IiwiaWQiOi05LCJrZXkiOiJcdTAwMDAifQ',
];

class Clever {
  readonly id = 'A'.repeat(22);

  toJSON(): never {
    throw new Error('asked for JSON');
  }

  toString(): never {
    throw new Error('asked for text');
  }
}

function cyclic(): object {
  const one: Record<string, unknown> = { id: 'A'.repeat(22) };
  one.self = one;
  one.list = [one];
  return one;
}

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value };
  return value;
}

const oddities: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  10n ** 40n,
  Symbol('name'),
  () => 'called',
  new Date(),
  new Date(Number.NaN),
  new Map([['password', 'x']]),
  new Set(['x']),
  /(a+)+$/,
  new Error('an input'),
  new Uint8Array(8),
  Buffer.from('bytes'),
  Promise.resolve('later'),
  Object.create(null),
  Object.create({ id: 'inherited' }),
  new Proxy({}, {}),
  new Clever(),
  cyclic(),
  deep(5000),
  [],
  Array(10_000).fill('A'.repeat(22)),
  JSON.parse('{"__proto__": {"isSuperuser": true}}'),
  JSON.parse('{"constructor": {"prototype": {"isStaff": true}}}'),
];

const hostileText = fc.oneof(
  fc.constantFrom(...texts),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** Anything at all: what JSON can carry, what a structured clone can, and what neither can. */
const hostileValue = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...oddities) },
  { weight: 2, arbitrary: fc.array(hostileText, { maxLength: 5 }) },
  {
    weight: 2,
    arbitrary: fc.anything({
      withBigInt: true,
      withBoxedValues: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withUnicodeString: true,
    }),
  },
);

const surplusKey = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'accountId',
  'isSuperuser',
  '',
  '0',
  'a.b',
  'length',
);

type Mutation =
  | { readonly kind: 'put' | 'drop'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'add'; readonly key: string; readonly value: unknown };

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), at: fc.nat(20), value: hostileValue }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), at: fc.nat(20), value: fc.constant(null) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), key: surplusKey, value: hostileValue }) },
);

/** How a right input is made into one that is sent: as it is, with some of it changed, or thrown away for anything. */
export type Twist = { readonly instead: unknown } | { readonly mutations: readonly Mutation[] };

export const twist: fc.Arbitrary<Twist> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ instead: hostileValue }) },
  { weight: 5, arbitrary: fc.record({ mutations: fc.array(mutation, { maxLength: 3 }) }) },
);

export function twisted(input: object, by: Twist): unknown {
  if ('instead' in by) return by.instead;
  return by.mutations.reduce<object>(mutated, input);
}

function mutated(input: object, by: Mutation): object {
  if (by.kind === 'add') return withField(input, by.key, by.value);
  const names = Object.keys(input);
  const name = names[by.at % Math.max(names.length, 1)];
  if (name === undefined) return withField(input, 'surplus', by.value);
  const { [name]: current, ...rest } = input as Record<string, unknown>;
  if (by.kind === 'drop') return rest;
  // Every other time inside of what is itself an object, such as the superuser of a new office.
  const isInside = typeof current === 'object' && current !== null && !Array.isArray(current) && by.at % 2 === 1;
  return withField(rest, name, isInside ? mutated(current, { ...by, at: by.at >> 1 }) : by.value);
}

/** As JSON.parse does it: also `__proto__` becomes a field of its own. */
function withField(input: object, name: string, value: unknown): object {
  return Object.defineProperty({ ...input }, name, { value, enumerable: true, configurable: true, writable: true });
}
