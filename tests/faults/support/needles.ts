import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../../src-main/store/fold';

export interface Find {
  readonly what: string;
  readonly where: string;
}

interface Needle {
  readonly what: string;
  readonly forms: readonly Buffer[];
}

/** A needle with fewer bytes than this would be found in noise by chance. */
const fewestBytes = 5;

/** Texts that somebody typed or was shown, searched for in whatever form they could have been left behind. */
export class Needles {
  readonly #needles: Needle[] = [];

  get count(): number {
    return this.#needles.length;
  }

  add(what: string, ...texts: readonly string[]): void {
    for (const text of texts) this.#needles.push({ what: `${what} "${text}"`, forms: formsOf(text) });
  }

  foundIn(bytes: Buffer, where: string): Find[] {
    return this.#needles
      .filter(({ forms }) => forms.some((form) => bytes.includes(form)))
      .map(({ what }) => ({ what, where }));
  }
}

/** As typed, folded, without the separators of codes; decomposed; in UTF-8 and in both orders of UTF-16. */
function formsOf(text: string): Buffer[] {
  const bare = text.replace(/[\s-]/g, '');
  const spellings = new Set([text, text.normalize('NFD'), fold(text), text.toUpperCase(), bare, bare.toLowerCase()]);
  return [...spellings]
    .flatMap((spelling) => {
      const utf16 = Buffer.from(spelling, 'utf16le');
      return [Buffer.from(spelling, 'utf8'), utf16, Buffer.from(utf16).swap16()];
    })
    .filter((form) => form.length >= fewestBytes);
}

export interface Searched {
  readonly files: number;
  readonly bytes: number;
  readonly finds: readonly Find[];
}

/** Searches every file in these folders and below, byte by byte. */
export function searchFolders(folders: readonly string[], needles: Needles): Searched {
  const paths = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const contents = paths.map((path) => ({ path, bytes: readFileSync(path) }));
  return {
    files: paths.length,
    bytes: contents.reduce((sum, { bytes }) => sum + bytes.length, 0),
    finds: contents.flatMap(({ path, bytes }) => needles.foundIn(bytes, path)),
  };
}
