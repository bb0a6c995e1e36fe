import type { AccountStatus } from '../../../src-shared/contract/accounts';
import type { AccountSearch, Sql } from '../search/account-search';
import { type AccountOrder, sortings } from './account-order';

/** Which accounts are listed; without a status those that are not in the trash. Ids are the store's own. */
export interface AccountFilter {
  readonly search: AccountSearch | null;
  readonly status?: AccountStatus;
  readonly isStaff?: boolean;
  readonly groupId?: number;
  readonly profileTypeId?: number;
  readonly neverSignedIn?: boolean;
  readonly mustChangePassword?: boolean;
  /** Logins of which the account has one. */
  readonly loginIds?: readonly number[];
  readonly createdFrom?: number;
  readonly createdBefore?: number;
  /** What is in the trash for longer than until now is nowhere. */
  readonly now: number;
}

/** Conditions of a query, joined by AND, in the order of their question marks. */
export class Conditions {
  readonly #parts: string[] = [];
  readonly params: (string | number)[] = [];

  add(sql: string, ...params: readonly (string | number)[]): this {
    this.#parts.push(sql);
    this.params.push(...params);
    return this;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  get sql(): string {
    return this.isEmpty ? 'true' : this.#parts.join(' AND ');
  }
}

/** An index along which a list can be walked, and what holds for all that it has. */
export interface Walk {
  readonly index: string;
  readonly where: Conditions;
  /** Whether it is that of a few accounts, and not of nearly all. */
  readonly isNarrow: boolean;
}

/** The narrowest index that has everybody the filter lets through, in the order of the sort. Rows are called `a`. */
export function walkOf(filter: AccountFilter, { sort }: Pick<AccountOrder, 'sort'>): Walk {
  const { ending, all } = sortings[sort];
  // The conditions of an index for a few stand here word for word, or SQLite would not take it.
  if (filter.status !== undefined && filter.status !== 'active') {
    const where = new Conditions().add("a.status = ? AND a.status <> 'active'", filter.status);
    return { index: `account_by_status_and_${ending}`, where, isNarrow: true };
  }
  if (filter.mustChangePassword) {
    const where = new Conditions().add('a.must_change_password = 1 AND a.deleted_at IS NULL');
    return { index: `account_must_change_by_${ending}`, where, isNarrow: true };
  }
  if (filter.isStaff) {
    return { index: `account_staff_by_${ending}`, where: new Conditions().add('a.is_staff = 1'), isNarrow: true };
  }
  const where = new Conditions();
  if (sort !== 'email') where.add('a.deleted_at IS NULL');
  if (sort === 'created') addCreated(where, 'a', filter);
  if (sort === 'lastSignIn' && filter.neverSignedIn) where.add('a.last_sign_in_key = 0');
  return { index: all, where, isNarrow: false };
}

/**
 * Everything the filter asks of an account but the words, for accounts that are called `a`. What is known of them comes
 * from an index that has all of it by id, called `f`; of those in the trash, from themselves.
 */
export function siftedBy(filter: AccountFilter): { readonly join: string; readonly where: Conditions } {
  const isTrash = filter.status === 'trash';
  const join = isTrash
    ? 'CROSS JOIN account f ON f.id = a.id AND f.deleted_at IS NOT NULL'
    : 'CROSS JOIN account f INDEXED BY account_facts_by_id ON f.id = a.id AND f.deleted_at IS NULL';
  const where = new Conditions();
  if (isTrash) where.add('f.purge_at > ?', filter.now);
  if (filter.status !== undefined) where.add('f.status = ?', filter.status);
  if (filter.isStaff !== undefined) where.add('f.is_staff = ?', Number(filter.isStaff));
  if (filter.mustChangePassword) where.add('f.must_change_password = 1');
  if (filter.neverSignedIn) where.add('f.last_sign_in_key = 0');
  addCreated(where, 'f', filter);
  if (filter.profileTypeId !== undefined) {
    where.add('EXISTS (SELECT 1 FROM profile WHERE account_id = a.id AND type_id = ?)', filter.profileTypeId);
  }
  if (filter.groupId !== undefined) {
    where.add('EXISTS (SELECT 1 FROM account_group WHERE account_id = a.id AND group_id = ?)', filter.groupId);
  }
  return { join, where };
}

/** Queries for the column `id`, each of which has everybody the filter lets through, words aside. */
export function sourcesOf(filter: AccountFilter, sort: AccountOrder['sort'] | null): { few: Sql | null; many: Sql[] } {
  const many: Sql[] = [];
  if (filter.profileTypeId !== undefined) {
    many.push({
      sql: 'SELECT DISTINCT account_id AS id FROM profile WHERE type_id = ?',
      params: [filter.profileTypeId],
    });
  }
  if (filter.status !== 'trash' && sort !== 'created' && isCreatedAsked(filter)) {
    const where = addCreated(new Conditions().add('a.deleted_at IS NULL'), 'a', filter);
    many.push({
      sql: `SELECT a.id FROM account a INDEXED BY account_by_creation WHERE ${where.sql}`,
      params: where.params,
    });
  }
  if (filter.status !== 'trash' && sort !== 'lastSignIn' && filter.neverSignedIn) {
    const where = 'deleted_at IS NULL AND last_sign_in_key = 0';
    many.push({ sql: `SELECT id FROM account INDEXED BY account_by_last_sign_in WHERE ${where}`, params: [] });
  }
  return { few: fewOf(filter), many };
}

/** Groups are of staff, and whoever has to wait after failed tries does so for a quarter of an hour: they are few. */
function fewOf({ loginIds, groupId }: AccountFilter): Sql | null {
  if (loginIds) {
    const marks = loginIds.map(() => '?').join(', ');
    return { sql: `SELECT id FROM account WHERE login_id IN (${marks})`, params: loginIds };
  }
  if (groupId === undefined) return null;
  return { sql: 'SELECT account_id AS id FROM account_group WHERE group_id = ?', params: [groupId] };
}

function isCreatedAsked({ createdFrom, createdBefore }: AccountFilter): boolean {
  return createdFrom !== undefined || createdBefore !== undefined;
}

function addCreated(where: Conditions, row: 'a' | 'f', { createdFrom, createdBefore }: AccountFilter): Conditions {
  if (createdFrom !== undefined) where.add(`${row}.created_at >= ?`, createdFrom);
  if (createdBefore !== undefined) where.add(`${row}.created_at < ?`, createdBefore);
  return where;
}
