// Measures what moderators ask through the one door, on a folder whose office has many sign-ups. It has a process to
// itself, so that its memory is that of the application alone. Prints the figures as one line of JSON.
import { statSync } from 'node:fs';
import { dataFolder } from '../../src-main/store/folder';
import { BenchOffice } from './support/bench-office';
import type { Measured } from './support/measure';
import { recordSignUpPlans } from './support/recorded-plans';
import { measureBulkRejection } from './support/sign-up-bulk';
import { measureSignUpCases } from './support/sign-up-cases';
import { measureQueue } from './support/sign-up-queue';
import { measureSignUpSearches } from './support/sign-up-searches';

export interface SignUpFigures {
  readonly waiting: number;
  readonly decided: number;
  readonly storeBytes: number;
  readonly measured: Readonly<Record<string, Measured>>;
  /** Of the whole process, before the plans are asked for. */
  readonly memoryMiB: number;
  readonly plans: Readonly<Record<string, readonly string[]>>;
}

async function measureSignUps(dataDir: string): Promise<SignUpFigures> {
  const office = new BenchOffice(dataDir);
  await office.start();
  try {
    await office.open();
    await office.signIn();
    const { waiting, decided } = await office.ask('desk', 'moderation.counts', {});
    const measured = {
      ...(await measureQueue(office)),
      ...(await measureSignUpSearches(office)),
      ...(await measureSignUpCases(office)),
      ...(await measureBulkRejection(office)),
    };
    const memoryMiB = Math.round(process.memoryUsage.rss() / 2 ** 20);
    const storeBytes = statSync(dataFolder(dataDir).office.store).size;
    return { waiting, decided, storeBytes, measured, memoryMiB, plans: await recordSignUpPlans(dataDir) };
  } finally {
    await office.close();
  }
}

// A reader thread keeps no process alive, and here there is no window that does.
const alive = setInterval(() => {}, 60_000);
process.stdout.write(`${JSON.stringify(await measureSignUps(process.argv[2] ?? ''))}\n`);
clearInterval(alive);
