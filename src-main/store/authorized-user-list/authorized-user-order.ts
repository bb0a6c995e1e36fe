import type { AuthorizedUserSort } from '../../../src-shared/contract/authorized-users';
import type { Place } from '../../paging';

/** In which order authorized users are listed, and where the page begins. */
export interface AuthorizedUserOrder {
  readonly sort: AuthorizedUserSort;
  readonly isDescending: boolean;
  readonly place: Place | null;
}

/** The column of each sort, how its indexes end, and which of those by id has it. */
export const sortings = {
  name: { kind: 'string', key: 'name_folded', ending: 'name', byId: 'authorized_user_name_by_id' },
  email: { kind: 'string', key: 'email_folded', ending: 'email', byId: 'authorized_user_facts_by_id' },
  created: { kind: 'number', key: 'created_at', ending: 'creation', byId: 'authorized_user_facts_by_id' },
  lastSignIn: { kind: 'number', key: 'last_sign_in_key', ending: 'last_sign_in', byId: 'authorized_user_facts_by_id' },
} as const satisfies Record<
  AuthorizedUserSort,
  { kind: 'string' | 'number'; key: string; ending: string; byId: string }
>;
