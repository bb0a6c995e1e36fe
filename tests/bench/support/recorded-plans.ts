import { entities } from '../../../src-main/services';
import type { AccountFilter } from '../../../src-main/store/account-list/account-filter';
import { AccountPages } from '../../../src-main/store/account-list/account-pages';
import { AccountTotals } from '../../../src-main/store/account-list/account-totals';
import { dataFolder } from '../../../src-main/store/folder';
import { readKeyFile } from '../../../src-main/store/key/key-file';
import { unwrapWithPassphrase } from '../../../src-main/store/key/key-ways';
import { openStore } from '../../../src-main/store/open-store';
import { accountSearch } from '../../../src-main/store/search/account-search';
import type { Store } from '../../../src-main/store/store';
import { accountSorts } from '../../../src-shared/contract/accounts';
import { plansOf } from '../../support/query-plans';
import { authorizedUserPlansIn } from './authorized-user-plans';
import { passphrase, readerThread } from './bench-office';
import { signUpPlansIn } from './sign-up-plans';

const searches = ['quennell', 'smith', '.com', 'ann m', 'a', '李明'];

/** How each page and each total of a search is found in the store that is measured. */
export function recordPlans(dataDir: string): Promise<Record<string, string[]>> {
  return withStore(dataDir, async (store) => ({ ...(await plansIn(store)), ...(await authorizedUserPlansIn(store)) }));
}

/** The same of sign-ups. */
export function recordSignUpPlans(dataDir: string): Promise<Record<string, string[]>> {
  return withStore(dataDir, signUpPlansIn);
}

async function withStore<T>(dataDir: string, look: (store: Store) => Promise<T>): Promise<T> {
  const { office } = dataFolder(dataDir);
  const key = await unwrapWithPassphrase(readKeyFile(office.key), passphrase);
  const report = console.error;
  const store = await openStore({ file: office.store, key, mayCreate: false, entities, readerThread, report });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

async function plansIn(store: Store): Promise<Record<string, string[]>> {
  const plans: Record<string, string[]> = {};
  const pages = new AccountPages(store);
  const nobodyElse = { search: null, now: Date.now() };
  const filters: Record<string, AccountFilter> = {
    everybody: nobodyElse,
    'status active': { ...nobodyElse, status: 'active' },
    'status deactivated': { ...nobodyElse, status: 'deactivated' },
    'status trash': { ...nobodyElse, status: 'trash' },
    staff: { ...nobodyElse, isStaff: true },
    'a group': { ...nobodyElse, groupId: 1 },
    'profile type 1': { ...nobodyElse, profileTypeId: 1 },
    'never signed in': { ...nobodyElse, neverSignedIn: true },
    'must change password': { ...nobodyElse, mustChangePassword: true },
    locked: { ...nobodyElse, loginIds: [1] },
    'created in 2025': { ...nobodyElse, createdFrom: Date.UTC(2025, 0), createdBefore: Date.UTC(2026, 0) },
  };
  for (const search of searches) filters[`search ${search}`] = { ...nobodyElse, search: accountSearch(search) };
  for (const [name, filter] of Object.entries(filters)) {
    for (const sort of accountSorts) {
      const order = { sort, isDescending: false, place: null };
      plans[`${name}, by ${sort}`] = await plansOf(store.read, () => pages.find(filter, order, 50));
    }
  }
  const totals = new AccountTotals({
    ...store,
    readers: Object.assign(Object.create(store.readers), { all: explained }),
  });
  for (const search of searches) {
    plans[`total of ${search}`] = await plansOf(store.read, () =>
      totals.count({ ...nobodyElse, search: accountSearch(search) }),
    );
  }
  return plans;

  /** What a reader thread would carry out, on the connection whose statements are taken down. */
  async function explained(sql: string, params: readonly (string | number | null)[] = []): Promise<unknown[]> {
    return store.read.query(sql, [...params]);
  }
}
