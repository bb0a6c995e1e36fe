import type { EntityManager } from 'typeorm';

/** SQLite has no booleans: 0 or 1. */
type Flag = 0 | 1;

interface LoginRow {
  readonly mustChangePassword: Flag;
  readonly passwordExpiresAt: number | null;
  readonly epoch: number;
}

/** The holder of an account who is signed in, as the store has them now. */
export interface HolderRow extends LoginRow {
  readonly publicId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly isActive: Flag;
  readonly deletedAt: number | null;
  readonly isStaff: Flag;
  readonly isSuperuser: Flag;
  readonly access: 'open' | 'awaiting-approval';
}

/** Read at every call, so it goes without entities: two look-ups by primary key. */
export async function holderRow(
  manager: EntityManager,
  accountId: number,
  loginId: number,
): Promise<HolderRow | undefined> {
  const [row] = await manager.query<HolderRow[]>(
    `SELECT a.public_id AS publicId, a.email, a.given_name AS givenName, a.family_name AS familyName,
            a.is_active AS isActive, a.deleted_at AS deletedAt, a.is_staff AS isStaff, a.is_superuser AS isSuperuser,
            a.access, l.must_change_password AS mustChangePassword, l.password_expires_at AS passwordExpiresAt, l.epoch
     FROM account a JOIN login l ON l.id = ? WHERE a.id = ?`,
    [loginId, accountId],
  );
  return row;
}

/** An authorized user who is signed in, the account they act for, and where they have one the account of their own. */
export interface DelegateRow extends LoginRow {
  readonly publicId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** The login they have now, which may be another than they came in by. */
  readonly loginId: number | null;
  readonly isLoginEnabled: Flag;
  readonly deletedAt: number | null;
  readonly personsEpoch: number;
  readonly holderGivenName: string;
  readonly holderFamilyName: string;
  readonly accountIsActive: Flag;
  readonly accountIsStaff: Flag;
  readonly accountDeletedAt: number | null;
  readonly access: 'open' | 'awaiting-approval';
  readonly ownAccountIsActive: Flag | null;
  readonly ownAccountDeletedAt: number | null;
}

/** The same for who acts for somebody: three look-ups by primary key, and one by a login's account. */
export async function delegateRow(
  manager: EntityManager,
  authorizedUserId: number,
  loginId: number,
): Promise<DelegateRow | undefined> {
  const [row] = await manager.query<DelegateRow[]>(
    `SELECT u.public_id AS publicId, u.email, u.given_name AS givenName, u.family_name AS familyName,
            u.login_id AS loginId, u.is_login_enabled AS isLoginEnabled, u.deleted_at AS deletedAt,
            u.epoch AS personsEpoch, a.given_name AS holderGivenName, a.family_name AS holderFamilyName,
            a.is_active AS accountIsActive, a.is_staff AS accountIsStaff, a.deleted_at AS accountDeletedAt, a.access,
            l.must_change_password AS mustChangePassword, l.password_expires_at AS passwordExpiresAt, l.epoch,
            own.is_active AS ownAccountIsActive, own.deleted_at AS ownAccountDeletedAt
     FROM authorized_user u
     CROSS JOIN account a ON a.id = u.account_id
     CROSS JOIN login l ON l.id = ?
     LEFT JOIN account own ON own.login_id = l.id
     WHERE u.id = ?`,
    [loginId, authorizedUserId],
  );
  return row;
}
