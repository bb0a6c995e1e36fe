import { Events } from '../../src-main/events';
import { PasswordsService } from '../../src-main/features/passwords/passwords.service';
import { OfficeSeeder } from '../../src-main/seed/office-seeder';
import type { SignUpCounts } from '../../src-main/seed/sign-up-seeder';
import { createRecordServices, entities } from '../../src-main/services';
import { dataFolder } from '../../src-main/store/folder';
import { readKeyFile } from '../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../src-main/store/key/key-ways';
import { openStore } from '../../src-main/store/open-store';
import { readerThread, strengthThread, type TestApp } from './test-app';
import { passphrase } from './test-office';

/** Adds made-up people with their sign-ups to the office of an application that does nothing else meanwhile. */
export async function addSeededSignUps(app: TestApp, accounts: number, signUps: SignUpCounts): Promise<void> {
  const { office } = dataFolder(app.options.dataDir);
  const key = await unwrapWithPassphrase(readKeyFile(office.key), passphrase);
  const report = (error: unknown) => app.reported.push(error);
  const store = await openStore({ file: office.store, key, mayCreate: false, entities, readerThread, report });
  const passwords = new PasswordsService(strengthThread);
  try {
    const events = new Events(async () => false, report);
    const seeder = new OfficeSeeder(createRecordServices(store, { passwords, events }));
    const context = { window: 'seed', now: app.clock.now(), actor: null };
    await seeder.fill(accounts, context, () => {});
    await seeder.addSignUps(signUps, context);
  } finally {
    await passwords.close();
    await store.close();
  }
}
