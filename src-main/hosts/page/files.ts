import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly contentType: string;
  readonly content: Buffer<ArrayBuffer>;
}

/**
 * Reads every file below the folder, by its URL path such as `/assets/index.js`. Links are left out.
 * A request is looked up among these and never becomes a path on the disk, so it cannot reach outside the folder,
 * and a build that replaces the folder meanwhile does not take the page away from open windows.
 */
export async function readPageFiles(folder: string, urlPath = ''): Promise<Map<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const entryUrlPath = `${urlPath}/${entry.name}`;
    if (entry.isDirectory()) {
      for (const [below, file] of await readPageFiles(path, entryUrlPath)) files.set(below, file);
    } else if (entry.isFile()) {
      const contentType = contentTypes[extname(entry.name)] ?? 'application/octet-stream';
      files.set(entryUrlPath, { contentType, content: await readFile(path) });
    }
  }
  return files;
}
