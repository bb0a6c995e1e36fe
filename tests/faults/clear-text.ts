import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../../src-main/store/folder';
import { Desk } from './support/desk';
import { Host } from './support/host';
import { type Find, Needles, type Searched, searchFolders } from './support/needles';
import { walkThrough } from './support/walk';
import { lookInto, WorkFolder } from './support/work-folder';

export interface ClearText {
  readonly needles: number;
  /** The folders of data and of temporary files: while the host runs, after its stop, after a kill. */
  readonly searches: Readonly<Record<string, Searched>>;
  /** What the host has written to its output. */
  readonly inOutput: readonly Find[];
  /** What must not be in the store even decrypted. */
  readonly inDecryptedStore: readonly Find[];
  /** The same search finds the people there, which shows that it works. */
  readonly peopleInDecryptedStore: number;
}

/** Walks through the application and searches what that has left on the disk, encrypted and decrypted. */
export async function searchForClearText(): Promise<ClearText> {
  const folder = new WorkFolder();
  const stored = new Needles();
  const neverStored = new Needles();
  const search = () => {
    const places = [folder.dataDir, folder.temporary];
    const one = searchFolders(places, stored);
    return { ...one, finds: [...one.finds, ...searchFolders(places, neverStored).finds] };
  };
  const environment = { TMPDIR: folder.temporary, TMP: folder.temporary, SQLITE_TMPDIR: folder.temporary };
  const searches: Record<string, Searched> = {};
  const hosts: Host[] = [];
  const start = (passphraseFile?: string) => {
    const host = new Host({ dataDir: folder.dataDir, environment, passphraseFile });
    hosts.push(host);
    return host;
  };
  try {
    const first = start();
    const passphrase = await walkThrough(await first.ready(), { stored, neverStored });
    searches['while it runs'] = search();
    await first.stop();
    searches['after a stop'] = search();
    folder.writePassphrase(passphrase);
    const second = start(folder.passphraseFile);
    const desk = await Desk.open(await second.ready());
    await desk.refusal('session.signIn', { signInName: 'nobody@example.com', password: 'not the right one' });
    await second.kill();
    searches['after a kill'] = search();
    const decrypted = await decryptedStore(folder, passphrase);
    return {
      needles: stored.count + neverStored.count,
      searches,
      inOutput: hosts.flatMap(({ output }) => bothIn(Buffer.from(output), 'the output', stored, neverStored)),
      inDecryptedStore: neverStored.foundIn(decrypted, 'the decrypted store'),
      peopleInDecryptedStore: stored.foundIn(decrypted, 'the decrypted store').length,
    };
  } finally {
    for (const host of hosts) await host.kill();
    folder.remove();
  }
}

/** The whole file without its encryption: also what deleted rows have left in free pages. */
async function decryptedStore(folder: WorkFolder, passphrase: string): Promise<Buffer> {
  const key = await folder.keyOf(passphrase);
  const copy = join(folder.root, 'decrypted');
  cpSync(dataFolder(folder.dataDir).office.dir, copy, { recursive: true });
  const file = join(copy, 'steward.db');
  lookInto(file, key, (database) => {
    database.pragma('journal_mode = DELETE');
    database.pragma("rekey = ''");
  });
  const bytes = readFileSync(file);
  if (!bytes.subarray(0, 15).equals(Buffer.from('SQLite format 3'))) throw new Error('The copy is still encrypted.');
  rmSync(copy, { recursive: true });
  return bytes;
}

function bothIn(bytes: Buffer, where: string, ...needles: readonly Needles[]): Find[] {
  return needles.flatMap((one) => one.foundIn(bytes, where));
}
