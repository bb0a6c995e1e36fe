import type { AuthorizedUserFilter } from '../../../src-main/store/authorized-user-list/authorized-user-filter';
import type { Store } from '../../../src-main/store/store';
import type { AuthorizedUserSort, LoginState } from '../../../src-shared/contract/authorized-users';

/** An authorized user with everything a list asks of them, read without any index. */
export interface KnownAuthorizedUser {
  readonly id: number;
  readonly accountId: number;
  readonly isAccountInTrash: number;
  readonly nameFolded: string;
  readonly emailFolded: string;
  readonly phoneDigits: string;
  readonly usernameFolded: string;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
  readonly deletedAt: number | null;
  readonly purgeAt: number | null;
  readonly categoryId: number | null;
  readonly loginId: number | null;
  readonly isLoginEnabled: number;
  readonly permissions: readonly string[];
}

type Row = Omit<KnownAuthorizedUser, 'permissions'> & { readonly permissions: string | null };

export async function everyAuthorizedUser(store: Store): Promise<KnownAuthorizedUser[]> {
  const rows = await store.read.query<Row[]>(
    `SELECT a.id, a.account_id AS accountId, h.deleted_at IS NOT NULL AS isAccountInTrash, a.name_folded AS nameFolded,
       a.email_folded AS emailFolded, a.phone_digits AS phoneDigits, a.username_folded AS usernameFolded,
       a.created_at AS createdAt, a.last_sign_in_at AS lastSignInAt, a.deleted_at AS deletedAt, a.purge_at AS purgeAt,
       a.category_id AS categoryId, a.login_id AS loginId, a.is_login_enabled AS isLoginEnabled,
       (SELECT group_concat(permission, ' ') FROM authorized_user_permission WHERE authorized_user_id = a.id) AS permissions
     FROM authorized_user a JOIN account h ON h.id = a.account_id`,
  );
  return rows.map((row) => ({ ...row, permissions: row.permissions?.split(' ') ?? [] }));
}

/** Whom the list must have, in its order, by the plainest reading of the filter. */
export function expected(
  all: readonly KnownAuthorizedUser[],
  filter: AuthorizedUserFilter,
  { sort, isDescending }: { readonly sort: AuthorizedUserSort; readonly isDescending: boolean },
): number[] {
  const shown = all.filter((person) => isShown(person, filter));
  const sorted = shown.toSorted((one, other) => compare(keyOf(one, sort), keyOf(other, sort)) || one.id - other.id);
  const ids = sorted.map(({ id }) => id);
  return isDescending ? ids.reverse() : ids;
}

function isShown(person: KnownAuthorizedUser, filter: AuthorizedUserFilter): boolean {
  const { search, accountId, categoryId, loginState, permission, isInTrash = false } = filter;
  return (
    (accountId === undefined ? !person.isAccountInTrash : person.accountId === accountId) &&
    (person.deletedAt !== null) === isInTrash &&
    (person.purgeAt === null || person.purgeAt > filter.now) &&
    (categoryId === undefined || person.categoryId === categoryId) &&
    (loginState === undefined || loginStateOf(person) === loginState) &&
    (permission === undefined || person.permissions.includes(permission)) &&
    (!search || search.matches(searchTextOf(person)))
  );
}

function loginStateOf({ isLoginEnabled, loginId }: KnownAuthorizedUser): LoginState {
  if (isLoginEnabled) return 'enabled';
  return loginId === null ? 'contact-only' : 'off';
}

function searchTextOf({ nameFolded, emailFolded, phoneDigits, usernameFolded }: KnownAuthorizedUser): string {
  const isWrittenInOne = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(nameFolded);
  const inOne = isWrittenInOne ? nameFolded.replaceAll(' ', '') : '';
  return [nameFolded, inOne, emailFolded, phoneDigits, usernameFolded].join('\n');
}

function keyOf(person: KnownAuthorizedUser, sort: AuthorizedUserSort): string | number {
  if (sort === 'name') return person.nameFolded;
  if (sort === 'email') return person.emailFolded;
  return sort === 'created' ? person.createdAt : (person.lastSignInAt ?? person.createdAt - 100_000_000_000_000);
}

/** Text as the store compares it, byte by byte. */
function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' || typeof other === 'number') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
