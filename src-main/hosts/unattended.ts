import { readFile } from 'node:fs/promises';
import type { InputOf, OutputOf, ProcedureName } from '../../src-shared/contract';
import type { App } from '../app';
import { OperationalError } from '../errors';
import { makeDemoOffice } from './demo-office';
import type { Options } from './options';

/** The command line asks the door as a window of its own would. */
const commandLineWindow = 'command line';

/** Asks the application something, or throws its refusal as an OperationalError. */
export type Ask = <N extends ProcedureName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/** Lines to show before the first window is there. */
export interface Announcement {
  /** What was asked for. */
  readonly results: readonly string[];
  /** What was asked for and not done, and why. */
  readonly notes: readonly string[];
}

/**
 * Does what the command line asks for before there is a window: opens the store with a passphrase file,
 * makes an office of sample data.
 * @throws OperationalError with the sentence to print
 */
export async function prepareOffice(app: App, options: Options): Promise<Announcement> {
  const ask = asker(app);
  try {
    const passphrase = options.passphraseFile === null ? null : await readPassphrase(options.passphraseFile);
    const { state } = await ask('session.state', {});
    if (state === 'no-office') {
      if (options.isDemo) return { results: await makeDemoOffice(ask, passphrase), notes: [] };
      const note = `There is no office in ${options.dataDir} yet: --passphrase-file was ignored.`;
      return { results: [], notes: passphrase === null ? [] : [note] };
    }
    if (state === 'store-locked' && passphrase !== null) await ask('opening.openWithPassphrase', { passphrase });
    const note = `There is an office in ${options.dataDir} already: --demo was ignored.`;
    return { results: [], notes: options.isDemo ? [note] : [] };
  } catch (error) {
    // What does not fit a passphrase's shape is in the file; the sentence for forms would not say where.
    if (!(error instanceof OperationalError) || error.code !== 'INPUT_INVALID') throw error;
    throw unusable(options.passphraseFile, 'it does not hold a passphrase of the right length.');
  } finally {
    app.forget(commandLineWindow);
  }
}

function asker(app: App): Ask {
  return async <N extends ProcedureName>(name: N, input: InputOf<N>) => {
    const { answer } = await app.call(commandLineWindow, name, input);
    if (!answer.ok) throw new OperationalError(answer.error.code, answer.error.params);
    // The door has parsed the data by the output schema of this very procedure.
    return answer.data as OutputOf<N>;
  };
}

/** The file's content without the line end after it. */
async function readPassphrase(file: string): Promise<string> {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw unusable(file, whyUnreadable(error));
  }
  const passphrase = content.replace(/\r?\n$/, '');
  if (/[\r\n]/.test(passphrase)) throw unusable(file, 'it has more than one line.');
  return passphrase;
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EACCES' || code === 'EPERM') return 'your user may not read it.';
  return code === 'EISDIR' ? 'it is a folder.' : 'it is not a text file.';
}

function unusable(file: string | null, why: string): OperationalError {
  return new OperationalError('PASSPHRASE_FILE_UNUSABLE', { file: file ?? '', why });
}
