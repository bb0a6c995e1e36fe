// Accents of Latin, Greek and Cyrillic. In other scripts a combining mark makes another letter: か is not が.
const accents = /[\u0300-\u036f]/g;

/**
 * The form in which names and e-mails are compared, searched and sorted: without regard to case, accents and
 * width. Stored beside the original, so that no database's collation decides.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}
