import type { AuthorizedUserSort } from '../../../src-shared/contract/authorized-users';
import type { Place } from '../../paging';

/** In which order authorized users are listed, and where the page begins. */
export interface AuthorizedUserOrder {
  readonly sort: AuthorizedUserSort;
  readonly isDescending: boolean;
  readonly place: Place | null;
}

/** Where an authorized user stands in a list. */
export interface AuthorizedUserPlace {
  readonly id: number;
  readonly key: string | number;
}

/** A page as it was found, with what came to light on the way. */
export interface FoundAuthorizedUsers {
  /** In the direction of the walk, one more than asked for where there are more. */
  readonly places: readonly AuthorizedUserPlace[];
  /** How many there are at least; null where nothing is known but the page. */
  readonly atLeast: number | null;
}

/** The column of each sort, and of which kind it is: what `readCursorOf` and `cursorToLastPage` ask for. */
export const sortings = {
  name: { kind: 'string', key: 'name_folded' },
  email: { kind: 'string', key: 'email_folded' },
  created: { kind: 'number', key: 'created_at' },
  lastSignIn: { kind: 'number', key: 'last_sign_in_key' },
} as const satisfies Record<AuthorizedUserSort, { kind: 'string' | 'number'; key: string }>;
