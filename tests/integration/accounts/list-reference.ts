import type { AccountFilter } from '../../../src-main/store/account-list/account-filter';
import { neverSignedInKey } from '../../../src-main/store/account-list/account-order';
import type { Store } from '../../../src-main/store/store';
import type { AccountSort, AccountStatus } from '../../../src-shared/contract/accounts';

/** An account with everything a list asks of it, read without any index. */
export interface KnownAccount {
  readonly id: number;
  readonly nameFolded: string;
  readonly emailFolded: string;
  readonly phoneDigits: string;
  readonly searchText: string;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
  readonly status: AccountStatus;
  readonly isStaff: number;
  readonly mustChangePassword: number;
  readonly purgeAt: number | null;
  readonly loginId: number;
  readonly groupIds: readonly number[];
  readonly typeIds: readonly number[];
}

type Row = Omit<KnownAccount, 'groupIds' | 'typeIds'> & {
  readonly groups: string | null;
  readonly types: string | null;
};

export async function everyAccount(store: Store): Promise<KnownAccount[]> {
  const rows = await store.read.query<Row[]>(
    `SELECT id, name_folded AS nameFolded, email_folded AS emailFolded, phone_digits AS phoneDigits,
       search_text AS searchText, created_at AS createdAt, last_sign_in_at AS lastSignInAt, is_staff AS isStaff, purge_at AS purgeAt,
       login_id AS loginId,
       CASE WHEN deleted_at IS NOT NULL THEN 'trash' WHEN is_active = 0 THEN 'deactivated'
            WHEN access <> 'open' AND NOT is_staff THEN 'awaiting-approval' ELSE 'active' END AS status,
       (SELECT must_change_password FROM login WHERE login.id = login_id) AS mustChangePassword,
       (SELECT group_concat(group_id) FROM account_group WHERE account_id = account.id) AS groups,
       (SELECT group_concat(type_id) FROM profile WHERE account_id = account.id) AS types
     FROM account`,
  );
  return rows.map(({ groups, types, ...account }) => ({
    ...account,
    groupIds: numbers(groups),
    typeIds: numbers(types),
  }));
}

/** Whom the list must have, in its order, by the plainest reading of the filter. */
export function expected(
  all: readonly KnownAccount[],
  filter: AccountFilter,
  { sort, isDescending }: { sort: AccountSort; isDescending: boolean },
): number[] {
  const shown = all.filter((account) => isShown(account, filter));
  const sorted = shown.toSorted((one, other) => compare(keyOf(one, sort), keyOf(other, sort)) || one.id - other.id);
  const ids = sorted.map(({ id }) => id);
  return isDescending ? ids.reverse() : ids;
}

function isShown(account: KnownAccount, filter: AccountFilter): boolean {
  const { search, status, isStaff, groupId, profileTypeId, loginIds, createdFrom, createdBefore } = filter;
  return (
    (status === undefined ? account.status !== 'trash' : account.status === status) &&
    (account.purgeAt === null || account.purgeAt > filter.now) &&
    (isStaff === undefined || Boolean(account.isStaff) === isStaff) &&
    (groupId === undefined || account.groupIds.includes(groupId)) &&
    (profileTypeId === undefined || account.typeIds.includes(profileTypeId)) &&
    (!filter.neverSignedIn || account.lastSignInAt === null) &&
    (!filter.mustChangePassword || account.mustChangePassword === 1) &&
    (loginIds === undefined || loginIds.includes(account.loginId)) &&
    (createdFrom === undefined || account.createdAt >= createdFrom) &&
    (createdBefore === undefined || account.createdAt < createdBefore) &&
    (!search || search.matches(account.searchText))
  );
}

function keyOf(account: KnownAccount, sort: AccountSort): string | number {
  if (sort === 'name') return account.nameFolded;
  if (sort === 'email') return account.emailFolded;
  return sort === 'created' ? account.createdAt : (account.lastSignInAt ?? neverSignedInKey(account.createdAt));
}

/** Text as the store compares it, byte by byte. */
function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' || typeof other === 'number') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

function numbers(list: string | null): number[] {
  return list === null ? [] : list.split(',').map(Number);
}
