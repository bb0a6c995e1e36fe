import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserHostEntry } from './browser-test-host';
import { HostProcess } from './host-process';
import { NodeWindow } from './node-window';
import { colleagues, officeName, olga, type Person, passphrase } from './people';

/** An office that was set up and whose host is stopped, for tests to begin with a copy of. */
export interface PreparedOffice {
  readonly dataDir: string;
  readonly passphraseFile: string;
  readonly recoveryCode: string;
}

/** Made once by whoever asks first, and gone with `remove`. */
export class PreparedOffices {
  #made: Promise<{ folder: string; office: PreparedOffice }> | null = null;

  async get(): Promise<PreparedOffice> {
    this.#made ??= makeInFolder();
    return (await this.#made).office;
  }

  async remove(): Promise<void> {
    const made = await this.#made;
    if (made) await rm(made.folder, { recursive: true, force: true });
  }
}

async function makeInFolder(): Promise<{ folder: string; office: PreparedOffice }> {
  const folder = await mkdtemp(join(tmpdir(), 'steward-e2e-office-'));
  const dataDir = join(folder, 'data');
  const passphraseFile = join(folder, 'passphrase');
  await writeFile(passphraseFile, passphrase);
  const host = await HostProcess.start(browserHostEntry, ['--data-dir', dataDir, '--port', '0'], (line) => {
    throw new Error(`The host that prepares the office complains: ${line}`);
  });
  try {
    return { folder, office: { dataDir, passphraseFile, recoveryCode: await setUp(host.url) } };
  } finally {
    await host.stop();
  }
}

async function setUp(url: string): Promise<string> {
  const window = await NodeWindow.open(url);
  const { givenName, familyName, email, password } = olga;
  const { recoveryCode } = await window.ask('setup.create', {
    officeName,
    passphrase,
    useKeyStore: false,
    superuser: { givenName, familyName, email, password },
    addSampleData: false,
  });
  await window.ask('session.signIn', { signInName: email, password });
  for (const person of colleagues) await addColleague(window, await NodeWindow.open(url), person);
  return recoveryCode;
}

/** With a password of their own from the beginning. */
async function addColleague(window: NodeWindow, theirs: NodeWindow, person: Person): Promise<void> {
  const { password, ...details } = person;
  const firstPassword = 'first lantern given by hand';
  await window.ask('staff.create', { ...details, phone: '', groups: [], password: firstPassword });
  await theirs.ask('session.signIn', { signInName: person.email, password: firstPassword });
  await theirs.ask('session.changeOwnPassword', { currentPassword: firstPassword, newPassword: password });
  await theirs.ask('session.signOut', {});
}
