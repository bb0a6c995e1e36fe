import type { AccountSort } from '../../../src-shared/contract/accounts';
import type { Place } from '../../paging';

/** In which order accounts are listed, and where the page begins. */
export interface AccountOrder {
  readonly sort: AccountSort;
  readonly isDescending: boolean;
  readonly place: Place | null;
}

/** Where an account stands in a list. */
export interface AccountPlace {
  readonly id: number;
  readonly key: string | number;
}

/** How each sort is walked and looked up. */
export const sortings = {
  name: { kind: 'string', key: 'name_folded', ending: 'name', byId: 'account_name_by_id', all: 'account_by_name' },
  email: { kind: 'string', key: 'email_folded', ending: 'email', byId: 'account_email_by_id', all: 'account_email' },
  created: {
    kind: 'number',
    key: 'created_at',
    ending: 'creation',
    byId: 'account_facts_by_id',
    all: 'account_by_creation',
  },
  lastSignIn: {
    kind: 'number',
    key: 'last_sign_in_key',
    ending: 'last_sign_in',
    byId: 'account_facts_by_id',
    all: 'account_by_last_sign_in',
  },
} as const satisfies Record<
  AccountSort,
  { kind: 'string' | 'number'; key: string; ending: string; byId: string; all: string }
>;

/** By what those who have never signed in are sorted, as in the column `last_sign_in_key`. */
export function neverSignedInKey(createdAt: number): number {
  return createdAt - 100_000_000_000_000;
}
