// Only Node's own modules are imported here: scripts/start.mjs loads this file as it is, before anything is built.
import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import { parseArgs } from 'node:util';

export type HostName = 'desktop' | 'browser';

/** What a person may ask for on the command line. */
export interface Options {
  /** Null when the start may choose. */
  readonly host: HostName | null;
  /** Absolute. */
  readonly dataDir: string;
  /** 0 takes any free port. Only the browser host listens. */
  readonly port: number;
  /** Absolute. */
  readonly passphraseFile: string | null;
  readonly isDemo: boolean;
}

/** Either the options to start with, or what to print before exiting at once. */
export type CommandLine =
  | { readonly kind: 'start'; readonly options: Options }
  | { readonly kind: 'exit'; readonly code: 0 | 2; readonly text: string };

/** The computer as the defaults depend on it. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface ReadingOptions {
  /** The desktop runtime puts switches of its own among the arguments; there they are passed over. */
  readonly toleratesUnknown?: boolean;
  readonly surroundings?: Surroundings;
}

const usage = `Usage: npm start -- [options]

  --host desktop|browser  a window of its own, or a page for the browser on this computer
  --data-dir DIR          the folder of the office (default: in your user's data folder)
  --port N                the port of the browser host; 0, the default, takes any free one
  --passphrase-file F     open the store with the passphrase in this file
  --demo                  fill an empty folder with sample data and print sample sign-ins
  --help                  print this
`;

const options = {
  host: { type: 'string' },
  'data-dir': { type: 'string' },
  port: { type: 'string' },
  'passphrase-file': { type: 'string' },
  demo: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const thisComputer = (): Surroundings => ({ platform: process.platform, home: homedir(), environment: process.env });

class UsageError extends Error {}

/** Reads the arguments that follow the program's own name. Never throws for what a person typed. */
export function readCommandLine(args: readonly string[], reading: ReadingOptions = {}): CommandLine {
  try {
    const typed = typedOptions(args, reading.toleratesUnknown ?? false);
    if (typed.has('help')) return { kind: 'exit', code: 0, text: usage };
    return { kind: 'start', options: optionsFrom(typed, reading.surroundings ?? thisComputer()) };
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'exit', code: 2, text: `${error.message}\n\n${usage}` };
    throw error;
  }
}

/** Where an office lies when nobody says otherwise. */
export function defaultDataDir({ platform, home, environment }: Surroundings): string {
  if (platform === 'win32') return win32.join(environment.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Steward');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Steward');
  const dataHome = environment.XDG_DATA_HOME ?? '';
  // The XDG Base Directory Specification: a relative path is invalid and to be ignored.
  return posix.join(posix.isAbsolute(dataHome) ? dataHome : posix.join(home, '.local', 'share'), 'steward');
}

function typedOptions(args: readonly string[], toleratesUnknown: boolean): Map<string, string> {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const typed = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option' && Object.hasOwn(options, token.name)) {
      typed.set(token.name, checkedValue(token.name as keyof typeof options, token.value));
    } else if (token.kind !== 'option-terminator' && !toleratesUnknown) {
      const unknown = token.kind === 'option' ? token.rawName : token.value;
      throw new UsageError(`Steward knows no option "${unknown}".`);
    }
  }
  return typed;
}

function checkedValue(name: keyof typeof options, value: string | undefined): string {
  if (options[name].type === 'boolean') {
    if (value !== undefined) throw new UsageError(`The option --${name} takes no value.`);
    return '';
  }
  // "--data-dir --demo" is a forgotten value, not a folder named "--demo".
  if (!value || value.startsWith('--')) throw new UsageError(`The option --${name} needs a value.`);
  return value;
}

function optionsFrom(typed: ReadonlyMap<string, string>, surroundings: Surroundings): Options {
  const dataDir = typed.get('data-dir');
  const passphraseFile = typed.get('passphrase-file');
  return {
    host: hostFrom(typed.get('host')),
    dataDir: dataDir === undefined ? defaultDataDir(surroundings) : resolve(dataDir),
    port: portFrom(typed.get('port') ?? '0'),
    passphraseFile: passphraseFile === undefined ? null : resolve(passphraseFile),
    isDemo: typed.has('demo'),
  };
}

function hostFrom(value: string | undefined): HostName | null {
  if (value === undefined || value === 'desktop' || value === 'browser') return value ?? null;
  throw new UsageError(`The host "${value}" is neither "desktop" nor "browser".`);
}

function portFrom(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`The port "${value}" is not a whole number from 0 to 65535.`);
}
