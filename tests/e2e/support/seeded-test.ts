import { type SeededOffice, seededOffice } from './seeded-office';
import { test as base, startOnCopy } from './test';
import { minutes } from './time';

interface WorkerFixtures {
  seededOffice: SeededOffice;
}

/** Tests that begin with an office of thousands of accounts, or of a million where that is asked for. */
export const test = base.extend<object, WorkerFixtures>({
  seededOffice: [
    async ({ preparedOffices }, use) => {
      const office = await seededOffice(await preparedOffices.get());
      await use(office);
      await office.remove();
    },
    { scope: 'worker', timeout: minutes(30) },
  ],
  start: async ({ seededOffice }, use) => {
    const { dataDir, passphraseFile } = seededOffice;
    await startOnCopy(dataDir, ['--passphrase-file', passphraseFile], use);
  },
});

export { expect } from '@playwright/test';
