import { Events } from '../../src-main/events';
import { PasswordsService } from '../../src-main/features/passwords/passwords.service';
import { OfficeSeeder } from '../../src-main/seed/office-seeder';
import type { SignUpCounts } from '../../src-main/seed/sign-up-seeder';
import { createRecordServices } from '../../src-main/services';
import type { Store } from '../../src-main/store/store';
import { strengthThread } from './test-app';
import { openTestStore } from './test-store';

/** When the office of made-up people was filled. */
export const seededAt = Date.UTC(2027, 2, 10, 9);

/** A store with made-up people as the seed makes them, the same in every run. */
export async function seededStore(
  accounts: number,
  groups: readonly string[] = ['Front desk', 'Auditors'],
  signUps: SignUpCounts | null = null,
): Promise<Store> {
  const { store } = await openTestStore();
  const passwords = new PasswordsService(strengthThread);
  const events = new Events(async () => false, console.error);
  const services = createRecordServices(store, { passwords, events });
  await store.write({}, async (tx) => {
    await services.settings.addOffice(tx, 'Office of made-up people', seededAt);
    for (const name of groups) await services.groups.add(tx, { name, description: '', permissions: [] }, seededAt);
  });
  const seeder = new OfficeSeeder(services);
  const context = { window: 'seed', now: seededAt, actor: null };
  await seeder.fill(accounts, context, () => {});
  if (signUps) await seeder.addSignUps(signUps, context);
  await passwords.close();
  return store;
}

/** The same with people who wait for a moderator, and with decided sign-ups. */
export function seededSignUps(accounts: number, signUps: SignUpCounts): Promise<Store> {
  return seededStore(accounts, undefined, signUps);
}
