import type { AuthorizedUserFilter } from '../../../src-main/store/authorized-user-list/authorized-user-filter';
import { AuthorizedUserPages } from '../../../src-main/store/authorized-user-list/authorized-user-pages';
import { authorizedUserSearch } from '../../../src-main/store/search/authorized-user-search';
import type { Store } from '../../../src-main/store/store';
import { authorizedUserSorts } from '../../../src-shared/contract/authorized-users';
import { plansOf } from '../../support/query-plans';

const searches = ['quennell', 'smith', '.com', 'ann m', 'a', '李明'];

/** How each page of authorized users is found in the store that is measured. */
export async function authorizedUserPlansIn(store: Store): Promise<Record<string, string[]>> {
  const plans: Record<string, string[]> = {};
  const pages = new AuthorizedUserPages(store);
  const nobodyElse = { search: null, now: Date.now() };
  const filters: Record<string, AuthorizedUserFilter> = {
    'of all accounts': nobodyElse,
    'of one account': { ...nobodyElse, accountId: 1 },
    'a category': { ...nobodyElse, categoryId: 1 },
    'login off': { ...nobodyElse, loginState: 'off' },
    'a permission': { ...nobodyElse, permission: 'profiles.view' },
    'in the trash': { ...nobodyElse, isInTrash: true },
  };
  for (const search of searches) filters[`search ${search}`] = { ...nobodyElse, search: authorizedUserSearch(search) };
  for (const [name, filter] of Object.entries(filters)) {
    for (const sort of authorizedUserSorts) {
      const order = { sort, isDescending: false, place: null };
      plans[`authorized users: ${name}, by ${sort}`] = await plansOf(store.read, () => pages.find(filter, order, 50));
    }
  }
  return plans;
}
