import type { EntityManager } from 'typeorm';
import type { LoginState } from '../../../src-shared/contract/authorized-users';

/** As much of somebody as a line of a list shows, with the account they act for. */
export interface ListedPerson {
  readonly id: number;
  readonly publicId: string;
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  readonly categoryId: number | null;
  readonly loginState: LoginState;
  readonly lastSignInAt: number | null;
  readonly createdAt: number;
  readonly deletedAt: number | null;
  readonly accountPublicId: string;
  readonly accountGivenName: string;
  readonly accountFamilyName: string;
  readonly accountEmail: string;
}

/** The people with these ids, in their order. */
export async function listedPeople(manager: EntityManager, ids: readonly number[]): Promise<ListedPerson[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  const rows = await manager.query<ListedPerson[]>(
    `SELECT u.id, u.public_id AS publicId, u.version, u.given_name AS givenName, u.family_name AS familyName, u.email,
            u.phone, u.role, u.category_id AS categoryId, u.login_state AS loginState,
            u.last_sign_in_at AS lastSignInAt, u.created_at AS createdAt, u.deleted_at AS deletedAt,
            a.public_id AS accountPublicId, a.given_name AS accountGivenName, a.family_name AS accountFamilyName,
            a.email AS accountEmail
     FROM authorized_user u CROSS JOIN account a ON a.id = u.account_id WHERE u.id IN (${marks})`,
    [...ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id)).filter((row) => row !== undefined);
}
