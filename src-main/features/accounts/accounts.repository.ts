import type { EntityManager } from 'typeorm';

export interface PersonRow {
  readonly id: number;
  readonly publicId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}

const personColumns = 'id, public_id AS publicId, given_name AS givenName, family_name AS familyName, email';

export async function peopleByIds(manager: EntityManager, ids: readonly number[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const marks = ids.map(() => '?').join(', ');
  return manager.query<PersonRow[]>(`SELECT ${personColumns} FROM account WHERE id IN (${marks})`, [...ids]);
}

/** People whose name or e-mail has the folded text in it, by name. */
export function findPeople(manager: EntityManager, folded: string, limit: number): Promise<PersonRow[]> {
  return manager.query<PersonRow[]>(
    `SELECT ${personColumns} FROM account
     WHERE instr(name_folded, ?) > 0 OR instr(email_folded, ?) > 0
     ORDER BY name_folded, id LIMIT ?`,
    [folded, folded, limit],
  );
}

/** The staff permissions an account has, its own and those of its groups; one that comes from both is there twice. */
export async function permissionsOfAccount(manager: EntityManager, accountId: number): Promise<string[]> {
  const rows = await manager.query<{ permission: string }[]>(
    `SELECT permission FROM account_permission WHERE account_id = ?
     UNION ALL
     SELECT gp.permission FROM account_group ag JOIN staff_group_permission gp ON gp.group_id = ag.group_id
     WHERE ag.account_id = ?`,
    [accountId, accountId],
  );
  return rows.map((row) => row.permission);
}
