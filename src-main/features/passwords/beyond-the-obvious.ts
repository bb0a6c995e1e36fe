/** Shorter clues occur in too many words by chance. */
const shortestClue = 3;

/**
 * What is left of a password without what a guesser tries first: the person's own names and e-mail, and words that
 * only repeat others. An estimator that adds words up takes "eve setter eve setter" for four of them.
 * @param about the person's names, e-mail and office, in any form
 * @returns the rest in lower case without separators; empty where nothing else is in it
 */
export function beyondTheObvious(password: string, about: readonly string[]): string {
  const clues = about
    .flatMap((text) => [joined(text), ...words(text)])
    .filter((clue) => clue.length >= shortestClue)
    .sort((one, other) => other.length - one.length);
  const withoutClues = (text: string) => clues.reduce((left, clue) => left.replaceAll(clue, ''), text);
  const left = new Set(words(withoutClues(password.toLowerCase())).map(withoutClues));
  return withoutClues([...left].join(''));
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}

function joined(text: string): string {
  return words(text).join('');
}
