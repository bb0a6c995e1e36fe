/** A name in braces, such as `{given name}`. */
const placeholder = /\{([^{}\n]*)\}/g;

/** The names of everybody's placeholders; the labels of the profile's own fields come on top. */
export const commonPlaceholders = ['given name', 'family name', 'e-mail', 'office', 'profile type', 'date'] as const;

export interface FilledText {
  readonly text: string;
  /** The names of the placeholders that are left because nothing fills them. */
  readonly unfilled: readonly string[];
}

/** A stretch of a text as it will be read. */
export interface TextPiece {
  readonly text: string;
  /** A placeholder that nothing fills, as it was written. */
  readonly isUnfilled: boolean;
}

/**
 * A text with what is known put in, in pieces, so that what is left can be marked; upper and lower case in a
 * placeholder's name do not matter.
 */
export function piecesOf(text: string, values: Readonly<Record<string, string>>): TextPiece[] {
  const known = new Map(Object.entries(values).map(([name, value]) => [name.trim().toLowerCase(), value]));
  // Split along a group, what stands between the placeholders and their names take turns.
  return text
    .split(placeholder)
    .map((piece, index) => {
      if (index % 2 === 0) return { text: piece, isUnfilled: false };
      // What is empty fills nothing: "Dear ," is no letter.
      const value = known.get(piece.trim().toLowerCase()) || undefined;
      return { text: value ?? `{${piece}}`, isUnfilled: value === undefined };
    })
    .filter((piece) => piece.text !== '');
}

export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): FilledText {
  const pieces = piecesOf(text, values);
  return {
    text: pieces.map((piece) => piece.text).join(''),
    unfilled: pieces.filter(({ isUnfilled }) => isUnfilled).map((piece) => piece.text.slice(1, -1).trim()),
  };
}

/** Whether every brace of a text belongs to a placeholder with a name. */
export function hasWholePlaceholders(text: string): boolean {
  return !/[{}]/.test(text.replace(placeholder, (_, name: string) => (name.trim() === '' ? '{' : '')));
}
