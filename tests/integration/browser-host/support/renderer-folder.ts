import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../../support/temporary-folder';

/** A built page of one line, with a secret beside it that must not be served. */
export async function rendererFolder(): Promise<string> {
  const folder = await temporaryFolder();
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<title>Steward</title><meta nonce="%STYLE_NONCE%">');
  await writeFile(join(renderer, 'assets', 'index-W1erjkBN.js'), 'run()');
  await writeFile(join(folder, 'secret.js'), 'secret');
  return renderer;
}
