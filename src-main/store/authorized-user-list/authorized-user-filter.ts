import type { LoginState } from '../../../src-shared/contract/authorized-users';
import type { PersonSearch } from '../search/person-search';

/**
 * Which authorized users are listed; without `isInTrash` those that are not in the trash. Of all accounts, those of
 * accounts in the trash are left out. Ids are the store's own.
 */
export interface AuthorizedUserFilter {
  /** What `authorizedUserSearch` makes of what was typed. */
  readonly search: PersonSearch | null;
  /** Only those of one account, whether it is in the trash or not. */
  readonly accountId?: number;
  readonly categoryId?: number;
  readonly loginState?: LoginState;
  /** Ticked for them: a key of Steward's catalogue, or the public id of one of the office's. */
  readonly permission?: string;
  readonly isInTrash?: true;
  /** Who is in the trash for longer than until now is nowhere. */
  readonly now: number;
}
