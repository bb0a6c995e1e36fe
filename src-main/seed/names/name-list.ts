import type { PhoneForm } from '../phones';

/** A name, and how it is spelled in an e-mail. */
export interface Name {
  readonly name: string;
  readonly latin: string;
}

/** Names that go together, the most common first. They are single words: nobody who exists is meant. */
export interface NameList {
  /** Of all people, in relation to the other lists. */
  readonly share: number;
  readonly phones: readonly PhoneForm[];
  readonly given: readonly Name[];
  readonly family: readonly Name[];
  readonly isFamilyFirst?: boolean;
  /** How many have two family names, and what stands between them. */
  readonly joinFamily?: { readonly share: number; readonly by: string };
}

const unlikeAscii: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** Reads names that are parted by spaces; `~` stands for a space inside of one. What stands behind `:` is its spelling in Latin letters. */
export function words(list: string): Name[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [written = '', spelled] = entry.split(':');
      const name = written.replaceAll('~', ' ');
      return { name, latin: spelled ?? latinOf(name) };
    });
}

function latinOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{ASCII}]/gu, (letter) => unlikeAscii[letter] ?? '')
    .replace(/[^a-z]/g, '');
}
