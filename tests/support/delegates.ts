import { hash } from '@node-rs/argon2';
import { fold } from '../../src-main/store/fold';
import { newPublicId } from '../../src-main/store/public-id';
import type { SharedOffice } from './shared-office';
import type { StoreFile } from './store-file';

export const delegatePassword = 'copper kettle by the window';

let delegateHash: Promise<string> | null = null;

/** The same for all: making one takes its time, and these tests are about something else. */
async function hashOfDelegates(): Promise<string> {
  delegateHash ??= hash(delegatePassword, { memoryCost: 19456, timeCost: 2, parallelism: 1 });
  return delegateHash;
}

export interface Delegate {
  /** In the store. */
  readonly rowId: number;
  readonly loginId: number;
  readonly id: string;
  readonly username: string;
  readonly accountRowId: number;
}

export interface DelegateRow {
  readonly givenName: string;
  readonly permissions?: readonly string[];
  /** Of a login that is there already. */
  readonly loginId?: number;
  readonly username?: string;
  readonly passwordHash: string;
}

/** Writes an authorized user as the store keeps one, without a call for it: a person with the login somebody has. */
export function writeDelegate(file: StoreFile, accountId: string, given: DelegateRow): Delegate {
  const { givenName, permissions = [], username = givenName.toLowerCase(), passwordHash } = given;
  const [account] = file.rows<{ id: number }>('SELECT id FROM account WHERE public_id = ?', accountId);
  if (!account) throw new Error('There is no such account.');
  const loginId = given.loginId ?? writeLogin(file, username, passwordHash);
  const id = newPublicId();
  file.write(
    `INSERT INTO authorized_user (public_id, version, account_id, given_name, family_name, name_folded, email,
       email_folded, phone, phone_digits, role, category_id, login_id, is_login_enabled, username_folded,
       recovery_email, epoch, last_sign_in_at, deleted_at, purge_at, created_at, updated_at)
     VALUES (?, 1, ?, ?, 'Vertreter', ?, ?, ?, '', '', '', NULL, ?, 1, ?, '', 1, NULL, NULL, NULL, 0, 0)`,
    id,
    account.id,
    givenName,
    fold(`Vertreter ${givenName}`),
    `${username}@delegates.example`,
    fold(`${username}@delegates.example`),
    loginId,
    given.loginId === undefined ? fold(username) : '',
  );
  const rowId = rowIdOf(file, 'SELECT id FROM authorized_user WHERE public_id = ?', id);
  tick(file, rowId, permissions);
  return { rowId, loginId, id, username, accountRowId: account.id };
}

/** The same in the office of a test, with the password of all of them. */
export async function addDelegate(
  { file }: Pick<SharedOffice, 'file'>,
  accountId: string,
  given: Omit<DelegateRow, 'passwordHash'>,
): Promise<Delegate> {
  return writeDelegate(file, accountId, { ...given, passwordHash: await hashOfDelegates() });
}

/** Puts these permissions in the place of those somebody has, and no more: their session goes on. */
export function tick(file: StoreFile, rowId: number, permissions: readonly string[]): void {
  file.write('DELETE FROM authorized_user_permission WHERE authorized_user_id = ?', rowId);
  for (const permission of permissions) {
    file.write(
      'INSERT INTO authorized_user_permission (authorized_user_id, permission) VALUES (?, ?)',
      rowId,
      permission,
    );
  }
}

function writeLogin(file: StoreFile, username: string, passwordHash: string): number {
  file.write(
    `INSERT INTO login (public_id, sign_in_name, sign_in_name_folded, password_hash, password_set_at,
       must_change_password, password_expires_at, epoch, created_at)
     VALUES (?, ?, ?, ?, 0, 0, NULL, 1, 0)`,
    newPublicId(),
    username,
    fold(username),
    passwordHash,
  );
  return rowIdOf(file, 'SELECT id FROM login WHERE sign_in_name_folded = ?', fold(username));
}

function rowIdOf(file: StoreFile, sql: string, param: string): number {
  const [row] = file.rows<{ id: number }>(sql, param);
  if (!row) throw new Error('The row was not written.');
  return row.id;
}
