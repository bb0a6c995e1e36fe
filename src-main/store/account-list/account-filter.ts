import type { AccountStatus } from '../../../src-shared/contract/accounts';
import type { PersonSearch } from '../search/person-search';
import { Conditions, type Sql } from '../sql';
import { type AccountOrder, sortings } from './account-order';

/** Which accounts are listed; without a status those that are not in the trash. Ids are the store's own. */
export interface AccountFilter {
  readonly search: PersonSearch | null;
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

type Asked = Exclude<keyof AccountFilter, 'search' | 'now'>;

/** An index along which a list can be walked, and what holds for all that it has. */
export interface Walk {
  readonly index: string;
  readonly where: Conditions;
  /** Whether it is that of a few accounts, and not of nearly all. */
  readonly isNarrow: boolean;
  /** What of the filter is answered by being in it. */
  readonly answers: readonly Asked[];
  /** Whether nobody in it is in the trash, unless that was asked for. */
  readonly isWithoutTrash: boolean;
  /** What it has of them beside the key: when they were created, or everything that can be asked. */
  readonly has: 'creation' | 'facts' | null;
}

/** The narrowest index that has everybody the filter lets through, in the order of the sort. Rows are called `a`. */
export function walkOf(filter: AccountFilter, { sort }: Pick<AccountOrder, 'sort'>): Walk {
  return narrowWalk(filter, sort) ?? walkOfAll(filter, sort);
}

// The conditions of an index for a few stand here word for word, or SQLite would not take it.
function narrowWalk(filter: AccountFilter, sort: AccountOrder['sort']): Walk | null {
  const { ending } = sortings[sort];
  const isNarrow = true;
  const has = sort === 'created' ? 'creation' : null;
  if (filter.status !== undefined && filter.status !== 'active') {
    const where = new Conditions().add("a.status = ? AND a.status <> 'active'", filter.status);
    const index = `account_by_status_and_${ending}`;
    return { index, where, isNarrow, answers: ['status'], isWithoutTrash: true, has };
  }
  if (filter.mustChangePassword) {
    const where = new Conditions().add('a.must_change_password = 1 AND a.deleted_at IS NULL');
    const index = `account_must_change_by_${ending}`;
    return { index, where, isNarrow, answers: ['mustChangePassword'], isWithoutTrash: true, has };
  }
  if (!filter.isStaff) return null;
  const where = new Conditions().add('a.is_staff = 1');
  return { index: `account_staff_by_${ending}`, where, isNarrow, answers: ['isStaff'], isWithoutTrash: false, has };
}

function walkOfAll(filter: AccountFilter, sort: AccountOrder['sort']): Walk {
  const isByEmail = sort === 'email';
  const where = new Conditions();
  if (!isByEmail) where.add('a.deleted_at IS NULL');
  const answers: Asked[] = [];
  if (sort === 'created') {
    addCreated(where, 'a', filter);
    answers.push('createdFrom', 'createdBefore');
  }
  if (sort === 'lastSignIn' && filter.neverSignedIn) {
    where.add('a.last_sign_in_key < 0');
    answers.push('neverSignedIn');
  }
  const { all: index } = sortings[sort];
  return { index, where, isNarrow: false, answers, isWithoutTrash: !isByEmail, has: isByEmail ? null : 'creation' };
}

/** What is known of accounts before they are sifted. */
export type Known = Pick<Walk, 'answers' | 'isWithoutTrash' | 'has'>;

/** What has to be looked up of accounts that are called `a`, and what is asked of it. */
export interface Sieve {
  readonly join: string;
  readonly where: Conditions;
}

/**
 * Everything the filter asks but the words and what is known of the accounts already. It comes from an index that has
 * all of it by id, called `f`, or of those in the trash from themselves.
 */
export function sieveFor(filter: AccountFilter, { answers, isWithoutTrash, has }: Known): Sieve {
  const asked = { ...filter, ...Object.fromEntries(answers.map((name) => [name, undefined])) };
  const isTrash = filter.status === 'trash';
  const facts = has === 'facts' && !isTrash ? 'a' : 'f';
  const where = new Conditions();
  addFacts(where, asked, facts);
  addCreated(where, has === null ? facts : 'a', asked);
  if (isTrash) where.add('f.purge_at > ?', filter.now);
  const isLookedUp = where.asks('f.') || !isWithoutTrash;
  addMemberships(where, asked);
  if (isTrash) return { join: 'CROSS JOIN account f ON f.id = a.id AND f.deleted_at IS NOT NULL', where };
  const join = 'CROSS JOIN account f INDEXED BY account_facts_by_id ON f.id = a.id AND f.deleted_at IS NULL';
  return { join: isLookedUp ? join : '', where };
}

function addFacts(where: Conditions, asked: AccountFilter, row: 'a' | 'f'): void {
  if (asked.status !== undefined) where.add(`${row}.status = ?`, asked.status);
  if (asked.isStaff !== undefined) where.add(`${row}.is_staff = ?`, Number(asked.isStaff));
  if (asked.mustChangePassword) where.add(`${row}.must_change_password = 1`);
  if (asked.neverSignedIn) where.add(`${row}.last_sign_in_key < 0`);
}

function addMemberships(where: Conditions, { profileTypeId, groupId }: AccountFilter): void {
  if (profileTypeId !== undefined) {
    where.add('EXISTS (SELECT 1 FROM profile WHERE account_id = a.id AND type_id = ?)', profileTypeId);
  }
  if (groupId !== undefined) {
    where.add('EXISTS (SELECT 1 FROM account_group WHERE account_id = a.id AND group_id = ?)', groupId);
  }
}

/** A query for the column `id` of accounts, and what is known of all of them. */
export interface Source extends Sql {
  readonly known: Known;
}

export const nothingKnown: Known = { answers: [], isWithoutTrash: false, has: null };

/** Queries that have everybody the filter lets through, words aside: of whom there are few, and of whom there may be many. */
export function sourcesOf(
  filter: AccountFilter,
  sort: AccountOrder['sort'] | null,
): { few: Source | null; many: Source[] } {
  const many: Source[] = [];
  if (filter.profileTypeId !== undefined) {
    many.push({
      sql: 'SELECT DISTINCT account_id AS id FROM profile WHERE type_id = ?',
      params: [filter.profileTypeId],
      known: { ...nothingKnown, answers: ['profileTypeId'] },
    });
  }
  if (filter.status !== 'trash' && sort !== 'created' && isCreatedAsked(filter)) {
    const where = addCreated(new Conditions().add('a.deleted_at IS NULL'), 'a', filter);
    many.push({
      sql: `SELECT a.id FROM account a INDEXED BY account_by_creation WHERE ${where.sql}`,
      params: where.params,
      known: { answers: ['createdFrom', 'createdBefore'], isWithoutTrash: true, has: null },
    });
  }
  if (filter.status !== 'trash' && sort !== 'lastSignIn' && filter.neverSignedIn) {
    const where = 'deleted_at IS NULL AND last_sign_in_key < 0';
    many.push({
      sql: `SELECT id FROM account INDEXED BY account_by_last_sign_in WHERE ${where}`,
      params: [],
      known: { answers: ['neverSignedIn'], isWithoutTrash: true, has: null },
    });
  }
  return { few: fewOf(filter), many };
}

/** Groups are of staff, and whoever has to wait after failed tries does so for a quarter of an hour: they are few. */
function fewOf({ loginIds, groupId }: AccountFilter): Source | null {
  if (loginIds) {
    const marks = loginIds.map(() => '?').join(', ');
    return { sql: `SELECT id FROM account WHERE login_id IN (${marks})`, params: loginIds, known: nothingKnown };
  }
  if (groupId === undefined) return null;
  const sql = 'SELECT account_id AS id FROM account_group WHERE group_id = ?';
  return { sql, params: [groupId], known: { ...nothingKnown, answers: ['groupId'] } };
}

export function isCreatedAsked({ createdFrom, createdBefore }: AccountFilter): boolean {
  return createdFrom !== undefined || createdBefore !== undefined;
}

function addCreated(where: Conditions, row: 'a' | 'f', { createdFrom, createdBefore }: AccountFilter): Conditions {
  if (createdFrom !== undefined) where.add(`${row}.created_at >= ?`, createdFrom);
  if (createdBefore !== undefined) where.add(`${row}.created_at < ?`, createdBefore);
  return where;
}
