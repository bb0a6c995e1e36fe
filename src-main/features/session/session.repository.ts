import type { EntityManager } from 'typeorm';

/** Whom a session stands for, as the store has them now. SQLite has no booleans: 0 or 1. */
export interface SignedInRow {
  readonly accountId: number;
  readonly loginId: number;
  readonly publicId: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly isActive: number;
  readonly deletedAt: number | null;
  readonly isStaff: number;
  readonly isSuperuser: number;
  readonly access: 'open' | 'awaiting-approval';
  readonly mustChangePassword: number;
  readonly passwordExpiresAt: number | null;
  readonly epoch: number;
}

/** Read at every call, so it goes without entities: two look-ups by primary key. */
export async function signedIn(
  manager: EntityManager,
  accountId: number,
  loginId: number,
): Promise<SignedInRow | undefined> {
  const [row] = await manager.query<SignedInRow[]>(
    `SELECT a.id AS accountId, l.id AS loginId, a.public_id AS publicId, a.email, a.given_name AS givenName,
            a.family_name AS familyName, a.is_active AS isActive, a.deleted_at AS deletedAt, a.is_staff AS isStaff,
            a.is_superuser AS isSuperuser, a.access, l.must_change_password AS mustChangePassword,
            l.password_expires_at AS passwordExpiresAt, l.epoch
     FROM account a JOIN login l ON l.id = ? WHERE a.id = ?`,
    [loginId, accountId],
  );
  return row;
}
