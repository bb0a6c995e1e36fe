/** Two states of one form field, as words for people. */
export interface FieldWords<I, K extends keyof I & string = keyof I & string> {
  readonly name: K;
  readonly label: string;
  /** One line each; none for an empty value. */
  readonly words: (value: I[K]) => readonly string[];
}

/** How each field of a form is told, in the order of the form. */
export type WordsOfFields<I> = readonly { [K in keyof I & string]: FieldWords<I, K> }[keyof I & string][];

export function textInWords(value: string): readonly string[] {
  return value === '' ? [] : [value];
}

export function choiceInWords(isChosen: boolean): readonly string[] {
  return [isChosen ? 'Yes' : 'No'];
}

export type Side = 'mine' | 'theirs';

export interface Difference<I> {
  readonly name: keyof I & string;
  readonly label: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  /** The side that changed the field while the other left it alone; null when both changed it. */
  readonly changedBy: Side | null;
}

/** The fields in which my version differs from theirs, given the version that both began with. */
export function differencesBetween<I extends object>(
  base: I,
  mine: I,
  theirs: I,
  fields: WordsOfFields<I>,
): Difference<I>[] {
  const differences: Difference<I>[] = [];
  for (const { name, label, words } of fields as readonly FieldWords<I>[]) {
    if (isSameValue(mine[name], theirs[name])) continue;
    const isMine = isSameValue(theirs[name], base[name]);
    const isTheirs = isSameValue(mine[name], base[name]);
    differences.push({
      name,
      label,
      mine: words(mine[name]),
      theirs: words(theirs[name]),
      changedBy: isMine ? 'mine' : isTheirs ? 'theirs' : null,
    });
  }
  return differences;
}

/** Whether two sets of form values are the same, field by field. */
export function areSameValues<I extends object>(one: I, other: I): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof I>;
  return [...names].every((name) => isSameValue(one[name], other[name]));
}

/** Values of a form are plain data, and lists in them are kept in one order. */
function isSameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
