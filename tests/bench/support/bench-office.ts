import { pathToFileURL } from 'node:url';
import { type App, createApp } from '../../../src-main/app';
import { systemClock } from '../../../src-main/clock';
import type { Answer, InputOf, OutputOf, ProcedureName } from '../../../src-shared/contract';

/** Where the bench's own build puts it; the bench runs in the project's folder. */
export const readerThread = pathToFileURL('out/programs/reader.thread.js');
const strengthThread = pathToFileURL('out/programs/strength.thread.js');

export const passphrase = 'seven copper kettles whistling';

export const superuser = {
  email: 'olga.petrenko@example.com',
  password: 'violet harbour ladder mosaic',
  givenName: 'Olga',
  familyName: 'Petrenko',
};

/** The application as it ships, on a folder of its own, asked through its one door without a transport between. */
export class BenchOffice {
  readonly dataDir: string;
  #app: App | null = null;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  async start(): Promise<void> {
    this.#app = await createApp({
      dataDir: this.dataDir,
      host: 'browser',
      clock: systemClock,
      readerThread,
      strengthThread,
      keyStore: null,
      report: (error) => console.error(error),
    });
  }

  async setUp({ addSampleData = false } = {}): Promise<void> {
    await this.ask('bench', 'setup.create', {
      officeName: 'Northgate Office',
      passphrase,
      useKeyStore: false,
      superuser,
      addSampleData,
    });
  }

  async open(): Promise<void> {
    await this.ask('bench', 'opening.openWithPassphrase', { passphrase });
  }

  /** Its first superuser. */
  async signIn(window = 'desk'): Promise<void> {
    await this.ask(window, 'session.signIn', { signInName: superuser.email, password: superuser.password });
  }

  /** Somebody whose password somebody else has set, and who has to choose one first. */
  async signInFirst(window: string, { signInName, password }: { signInName: string; password: string }): Promise<void> {
    await this.ask(window, 'session.signIn', { signInName, password });
    const newPassword = `${password} anew`;
    await this.ask(window, 'session.changeOwnPassword', { currentPassword: password, newPassword });
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = null;
  }

  async ask<N extends ProcedureName>(window: string, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    if (!this.#app) throw new Error('The application is not running.');
    const answer = (await this.#app.call(window, name, input)).answer as Answer<OutputOf<N>>;
    if (answer.ok) return answer.data;
    throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
  }
}
