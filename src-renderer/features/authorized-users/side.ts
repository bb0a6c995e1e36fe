import type { OutputOf } from '../../../src-shared/contract';
import type { AuthorizedUser, AuthorizedUserRow } from '../../../src-shared/contract/authorized-users';
import type { Details } from './form/details';

export type PasswordGiven = OutputOf<'authorizedUsers.resetPassword'>;

/**
 * Whose screens these are: those of the account itself, or those of the office, which acts on behalf of the account. It
 * knows which procedures do what, and what is asked before. Each act rejects with `Declined` where the person thinks
 * better of it.
 */
export interface AuthorizedUserSide<R extends AuthorizedUserRow = AuthorizedUser> {
  readonly mayManage: boolean;
  readonly addressOf: (id: string) => string;
  /** Under the version that the change was made from. */
  readonly update: (before: AuthorizedUser, details: Details, version: number) => Promise<AuthorizedUser>;
  readonly read: (id: string) => Promise<AuthorizedUser>;
  /** Without a new password one is generated. */
  readonly resetPassword: (person: AuthorizedUser, newPassword: string | null) => Promise<PasswordGiven>;
  readonly remove: (person: R) => Promise<AuthorizedUser>;
  readonly restore: (person: Pick<R, 'id' | 'version'>) => Promise<AuthorizedUser>;
}
