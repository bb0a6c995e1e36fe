// npm run seed: fills a folder with an office of made-up people, to try things out on real amounts of data.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type App, createApp } from '../app';
import { systemClock } from '../clock';
import { OperationalError } from '../errors';
import { Events } from '../events';
import { PasswordsService } from '../features/passwords/passwords.service';
import { createRecordServices, entities } from '../services';
import { dataFolder, officePresence } from '../store/folder';
import { acquireFolderLock } from '../store/folder-lock';
import { readKeyFile } from '../store/key/key-file';
import { unwrapWithPassphrase } from '../store/key/key-ways';
import { openStore } from '../store/open-store';
import { makeOffice } from './make-office';
import { OfficeSeeder } from './office-seeder';
import type { SignUpCounts } from './sign-up-seeder';

const usage = `Usage: npm run seed -- --data-dir DIR [--accounts N] [--sign-ups W,D] [--passphrase-file F]

  --data-dir DIR       the folder of the office; where there is none, one is made
  --accounts N         how many accounts to add, each with a profile
  --sign-ups W,D       how many more people to add who wait for a moderator, and how many decided sign-ups
  --passphrase-file F  the passphrase of the office, or the one it is to have; without it one is made up and printed
`;

const readerThread = new URL('./reader.thread.js', import.meta.url);
const strengthThread = new URL('./strength.thread.js', import.meta.url);

class UsageError extends Error {}

try {
  await run(options(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError || error instanceof OperationalError)) throw error;
  process.stderr.write(`${error.message}\n${error instanceof UsageError ? `\n${usage}` : ''}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

interface Options {
  readonly dataDir: string;
  readonly accounts: number;
  readonly signUps: SignUpCounts;
  readonly passphrase: string | null;
}

const none: SignUpCounts = { waiting: 0, decided: 0 };

function options(args: readonly string[]): Options {
  const file = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-dir': file, accounts: file, 'sign-ups': file, 'passphrase-file': file },
    strict: false,
  });
  const {
    'data-dir': dataDir,
    accounts = '0',
    'sign-ups': signUps = '0,0',
    'passphrase-file': passphraseFile,
  } = values;
  if (typeof dataDir !== 'string') throw new UsageError('Say which folder with --data-dir.');
  if (accounts === '0' && signUps === '0,0') throw new UsageError('Say what to add with --accounts or --sign-ups.');
  if (typeof accounts !== 'string' || !/^(?:0|[1-9]\d{0,7})$/.test(accounts)) {
    throw new UsageError('Say how many with --accounts, as a whole number.');
  }
  const passphrase = typeof passphraseFile === 'string' ? readFileSync(passphraseFile, 'utf8') : null;
  return {
    dataDir: resolve(dataDir),
    accounts: Number(accounts),
    signUps: signUps === '0,0' ? none : readSignUps(signUps),
    passphrase: passphrase?.replace(/\r?\n$/, '') ?? null,
  };
}

function readSignUps(typed: string | boolean): SignUpCounts {
  const [, waiting, decided] = /^(\d{1,8}),(\d{1,8})$/.exec(String(typed)) ?? [];
  if (waiting === undefined || decided === undefined) {
    throw new UsageError('Say how many wait and how many are decided with --sign-ups, such as 100,2000.');
  }
  return { waiting: Number(waiting), decided: Number(decided) };
}

async function run({ dataDir, accounts, signUps, passphrase }: Options): Promise<void> {
  const folder = dataFolder(dataDir);
  const begun = performance.now();
  const isNew = officePresence(folder) === 'none';
  if (!isNew && passphrase === null) throw new UsageError('There is an office already: give its --passphrase-file.');
  const made = isNew ? await withApp(dataDir, (app) => makeOffice(app, passphrase)) : null;
  await fill(dataDir, made?.passphrase ?? passphrase ?? '', { accounts, signUps });
  const seconds = (performance.now() - begun) / 1000;
  const { maxRSS } = process.resourceUsage();
  const added = signUps === none ? '' : `, ${signUps.waiting} who wait and ${signUps.decided} decided sign-ups`;
  say(
    `${accounts} accounts${added} in ${seconds.toFixed(1)} s, with ${Math.round(maxRSS / 1024)} MiB of memory at most.`,
  );
  for (const line of made?.lines ?? ['Sign in as before.']) say(line);
}

async function withApp<T>(dataDir: string, act: (app: App) => Promise<T>): Promise<T> {
  const app = await createApp({
    dataDir,
    host: 'browser',
    clock: systemClock,
    readerThread,
    strengthThread,
    keyStore: null,
    report,
  });
  try {
    return await act(app);
  } finally {
    await app.close();
  }
}

async function fill(
  dataDir: string,
  passphrase: string,
  { accounts, signUps }: Pick<Options, 'accounts' | 'signUps'>,
): Promise<void> {
  const folder = dataFolder(dataDir);
  const lock = acquireFolderLock(folder);
  const passwords = new PasswordsService(strengthThread);
  try {
    const key = await unwrapWithPassphrase(readKeyFile(folder.office.key), passphrase);
    const { store: file } = folder.office;
    const store = await openStore({ file, key, mayCreate: false, isForBulk: true, readerThread, entities, report });
    try {
      const events = new Events(async () => false, report);
      const seeder = new OfficeSeeder(createRecordServices(store, { passwords, events }));
      const context = { window: 'seed', now: systemClock.now(), actor: null };
      if (accounts > 0) await seeder.fill(accounts, context, (done) => say(`${done} of ${accounts} accounts …`));
      if (signUps !== none) await seeder.addSignUps(signUps, context);
    } finally {
      await store.close();
    }
  } finally {
    await passwords.close();
    lock.release();
  }
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
