// Measures what accounts are asked through the one door, on a folder that is filled with them. It has a process to
// itself, so that its memory is that of the application alone. Prints the figures as one line of JSON.
import { statSync } from 'node:fs';
import { dataFolder } from '../../src-main/store/folder';
import { measureAccountLists, measureFarPages } from './support/account-lists';
import { measureRecords, measureWhileCounting } from './support/account-records';
import { measureSearches } from './support/account-searches';
import { measureAuthorizedUsers } from './support/authorized-users';
import { BenchOffice } from './support/bench-office';
import type { Measured } from './support/measure';
import { recordPlans } from './support/recorded-plans';

export interface AccountFigures {
  readonly accounts: number;
  readonly storeBytes: number;
  readonly measured: Readonly<Record<string, Measured>>;
  /** Of the whole process, before the plans are asked for. */
  readonly memoryMiB: number;
  /** How the store carries out what is asked of it, by what it is for a person. */
  readonly plans: Readonly<Record<string, readonly string[]>>;
}

async function measureAccounts(dataDir: string): Promise<AccountFigures> {
  const office = new BenchOffice(dataDir);
  await office.start();
  try {
    await office.open();
    await office.signIn();
    const { total } = await office.ask('desk', 'accounts.total', {});
    const measured = {
      ...(await measureAccountLists(office)),
      ...(await measureFarPages(office)),
      ...(await measureSearches(office, total ?? 0)),
      ...(await measureRecords(office)),
      ...(await measureWhileCounting(office)),
      ...(await measureAuthorizedUsers(office)),
    };
    const memoryMiB = Math.round(process.memoryUsage.rss() / 2 ** 20);
    return {
      accounts: total ?? 0,
      storeBytes: statSync(dataFolder(dataDir).office.store).size,
      measured,
      memoryMiB,
      plans: await recordPlans(dataDir),
    };
  } finally {
    await office.close();
  }
}

// A reader thread keeps no process alive, and here there is no window that does.
const alive = setInterval(() => {}, 60_000);
process.stdout.write(`${JSON.stringify(await measureAccounts(process.argv[2] ?? ''))}\n`);
clearInterval(alive);
