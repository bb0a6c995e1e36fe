import { signUpSearch } from '../../../src-main/store/search/sign-up-search';
import type { SignUpFilter } from '../../../src-main/store/sign-up-list/sign-up-filter';
import { SignUpPages } from '../../../src-main/store/sign-up-list/sign-up-pages';
import type { Store } from '../../../src-main/store/store';
import { caseTabs } from '../../../src-shared/contract/sign-up-cases';
import { plansOf } from '../../support/query-plans';

const searches = ['quennell', 'smith', '.com', 'ann m', 'a', '李明'];

/** How each page of the queue is found in the store that is measured. */
export async function signUpPlansIn(store: Store): Promise<Record<string, string[]>> {
  const plans: Record<string, string[]> = {};
  const pages = new SignUpPages(store);
  const now = Date.now();
  const asked: Record<string, Omit<SignUpFilter, 'tab' | 'search' | 'now'>> = {
    everybody: {},
    'a profile type': { typeId: 1 },
    'a domain': { domain: 'example.com' },
    'since long': { before: now - 1_000_000_000 },
    'of a week': { from: now - 1_600_000_000, before: now - 1_000_000_000 },
    claimed: { claimedBy: 1 },
    'with duplicates': { hasDuplicates: true },
    rejected: { decision: 'rejected' },
    'rejected, of a domain': { decision: 'rejected', domain: 'example.com' },
  };
  const order = { isDescending: false, place: null };
  for (const tab of caseTabs) {
    for (const [name, filter] of Object.entries(asked)) {
      const whole = { ...filter, tab, search: null, now };
      plans[`sign-ups: ${tab}, ${name}`] = await plansOf(store.read, () => pages.find(whole, order, 50));
    }
    for (const typed of searches) {
      const whole = { tab, search: signUpSearch(typed), now };
      plans[`sign-ups: ${tab}, search ${typed}`] = await plansOf(store.read, () => pages.find(whole, order, 50));
    }
  }
  return plans;
}
