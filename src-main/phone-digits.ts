const digit = /\p{Decimal_Number}/u;

/** The digits in a text, whatever script they are written in, as `0` to `9` and without what stands between them. */
export function digitsOf(text: string): string {
  const characters = [...text.normalize('NFKC')].filter((character) => digit.test(character));
  return characters.map(digitValue).join('');
}

/** Each script has its ten digits in a row, zero first (Unicode, section 4.6). */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let before = 0;
  while (digit.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
