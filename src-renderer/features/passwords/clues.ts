const longestClue = 254;

/** The names and e-mails that are there so far, as `passwords.assess` takes them. */
export function cluesFrom(about: readonly string[]): string[] {
  return about.filter(Boolean).map((clue) => clue.slice(0, longestClue));
}
