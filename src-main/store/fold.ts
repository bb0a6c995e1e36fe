// Accents of Latin, Greek and Cyrillic. In other scripts a combining mark makes another letter: か is not が.
const accents = /[\u0300-\u036f]/g;
// Joiners and variation selectors change how letters are drawn, not which they are.
const joiners = /\u200c|\u200d|\ufe0f/gu;

/**
 * The form in which names and e-mails are compared, searched and sorted: without regard to case, accents and
 * width. Stored beside the original, so that no database's collation decides.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .replace(joiners, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}
