import type { LoginState } from '../../../src-shared/contract/authorized-users';
import type { PersonSearch } from '../search/person-search';
import { Conditions, type Sql } from '../sql';
import { type AuthorizedUserOrder, sortings } from './authorized-user-order';

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

/** What the filter asks of rows called `a`, words aside. Every index of a list has the columns for it. */
export function conditionsOf({ accountId, categoryId, loginState, permission, ...asked }: AuthorizedUserFilter) {
  const where = new Conditions();
  if (asked.isInTrash) where.add('a.deleted_at IS NOT NULL AND a.purge_at > ?', asked.now);
  else where.add('a.deleted_at IS NULL');
  if (accountId === undefined) {
    where.add(`NOT EXISTS (SELECT 1 FROM account INDEXED BY account_in_trash
      WHERE id = a.account_id AND deleted_at IS NOT NULL)`);
  } else where.add('a.account_id = ?', accountId);
  if (categoryId !== undefined) where.add('a.category_id = ?', categoryId);
  if (loginState !== undefined) where.add('a.login_state = ?', loginState);
  if (permission !== undefined) {
    where.add(
      'EXISTS (SELECT 1 FROM authorized_user_permission WHERE authorized_user_id = a.id AND permission = ?)',
      permission,
    );
  }
  return where;
}

/** The index that has those the filter lets through closest together in the order of the list. */
export function walkOf(filter: AuthorizedUserFilter, sort: AuthorizedUserOrder['sort']): string {
  const { ending } = sortings[sort];
  if (filter.accountId !== undefined) return `authorized_user_of_account_by_${ending}`;
  if (filter.categoryId !== undefined && sort === 'created') return 'authorized_user_by_category';
  if (filter.loginState !== undefined && sort === 'lastSignIn') return 'authorized_user_by_login_state';
  return `authorized_user_by_${ending}`;
}

/** Queries for the column `id` of everybody who fulfils one part of the filter, and of those in the trash perhaps too. */
export function sourcesOf({ categoryId, loginState, permission }: AuthorizedUserFilter): Sql[] {
  const sources: Sql[] = [];
  if (permission !== undefined) {
    sources.push({
      sql: 'SELECT authorized_user_id AS id FROM authorized_user_permission WHERE permission = ?',
      params: [permission],
    });
  }
  if (categoryId !== undefined) {
    sources.push({
      sql: `SELECT id FROM authorized_user INDEXED BY authorized_user_by_category
            WHERE category_id = ? AND deleted_at IS NULL`,
      params: [categoryId],
    });
  }
  if (loginState !== undefined) {
    sources.push({
      sql: `SELECT id FROM authorized_user INDEXED BY authorized_user_by_login_state
            WHERE login_state = ? AND deleted_at IS NULL`,
      params: [loginState],
    });
  }
  return sources;
}
