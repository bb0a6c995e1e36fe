import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PreparedOffice } from './prepared-office';

const seedProgram = resolve(import.meta.dirname, '../../../out/programs/seed.js');

/** A data folder with the people of `people.ts` and made-up ones by the thousand. */
export interface SeededOffice {
  readonly dataDir: string;
  readonly passphraseFile: string;
  remove(): Promise<void>;
}

/**
 * Made of a prepared office by the seed program. Two variables of the environment ask for more: `SEEDED_ACCOUNTS` for
 * as many accounts, and `SEEDED_OFFICE` for a folder in which it is made, if it is not there yet, and kept.
 */
export async function seededOffice({ dataDir: prepared, passphraseFile }: PreparedOffice): Promise<SeededOffice> {
  const { SEEDED_ACCOUNTS: accounts = '2000', SEEDED_OFFICE: kept } = process.env;
  const dataDir = kept ? resolve(kept) : join(await mkdtemp(join(tmpdir(), 'steward-e2e-seeded-')), 'data');
  if (!existsSync(join(dataDir, 'office'))) {
    await cp(prepared, dataDir, { recursive: true });
    await seed(['--data-dir', dataDir, '--accounts', accounts, '--passphrase-file', passphraseFile]);
  }
  return {
    dataDir,
    passphraseFile,
    async remove() {
      if (!kept) await rm(resolve(dataDir, '..'), { recursive: true, force: true });
    },
  };
}

async function seed(options: readonly string[]): Promise<void> {
  const program = spawn(process.execPath, [seedProgram, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = await once(program, 'exit');
  if (code !== 0) throw new Error(`The program that fills an office ended with ${signal ?? `code ${code}`}.`);
}
