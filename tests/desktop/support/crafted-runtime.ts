import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By these bytes `@electron/fuses` finds the fuses in a program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Writes a file that has the fuses of a program of Electron's and nothing else of it: `1` is on, `0` off, `r` removed. */
export async function writeProgram(file: string, fuses: string): Promise<void> {
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses.length]), Buffer.from(fuses)]);
  await writeFile(file, Buffer.concat([Buffer.alloc(5000), wire, Buffer.alloc(500)]), { mode: 0o755 });
}

/** Lays out a folder in which the packaging finds what it needs of Electron's runtime for Linux. It cannot run. */
export async function writeRuntime(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true });
  await writeFile(join(folder, 'version'), version);
  // As Electron ships it: everything that development needs is on.
  await writeProgram(join(folder, 'electron'), '101100011');
}
