/** A name in braces, such as `{given name}`. */
const placeholder = /\{([^{}\n]*)\}/g;

/** The names of everybody's placeholders; the labels of the profile's own fields come on top. */
export const commonPlaceholders = ['given name', 'family name', 'e-mail', 'office', 'profile type', 'date'] as const;

export interface FilledText {
  readonly text: string;
  /** The names of the placeholders that are left because nothing fills them. */
  readonly unfilled: readonly string[];
}

/** Puts in what is known; upper and lower case in a placeholder's name do not matter. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): FilledText {
  const known = new Map(Object.entries(values).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const unfilled: string[] = [];
  const filled = text.replace(placeholder, (whole, name: string) => {
    const value = known.get(name.trim().toLowerCase());
    // What is empty fills nothing: "Dear ," is no letter.
    if (value !== undefined && value !== '') return value;
    unfilled.push(name.trim());
    return whole;
  });
  return { text: filled, unfilled };
}

/** Whether every brace of a text belongs to a placeholder with a name. */
export function hasWholePlaceholders(text: string): boolean {
  return !/[{}]/.test(text.replace(placeholder, (_, name: string) => (name.trim() === '' ? '{' : '')));
}
