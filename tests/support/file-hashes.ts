import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The SHA-256 of every file in a folder and below, by its path in it; folders stand for themselves. Left out are the
 * index of a write-ahead log (`-shm`), which SQLite makes anew whenever a store is opened, and an empty log (`-wal`),
 * which a connection that only reads leaves behind: there is nothing in either.
 */
export function hashesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name).slice(folder.length + 1) }))
    .filter(({ path }) => !path.endsWith('-shm') && !(path.endsWith('-wal') && statSync(join(folder, path)).size === 0))
    .sort((one, other) => one.path.localeCompare(other.path));
  return Object.fromEntries(
    entries.map(({ entry, path }) => [path, entry.isDirectory() ? 'folder' : hashOf(join(folder, path))]),
  );
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
