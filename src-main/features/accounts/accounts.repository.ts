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

/** People whose name or e-mail has each of the folded words in it, by name. */
export function findPeople(manager: EntityManager, words: readonly string[], limit: number): Promise<PersonRow[]> {
  const conditions = words.map(() => '(instr(name_folded, ?) > 0 OR instr(email_folded, ?) > 0)');
  return manager.query<PersonRow[]>(
    `SELECT ${personColumns} FROM account
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY name_folded, id LIMIT ?`,
    [...words.flatMap((word) => [word, word]), limit],
  );
}

/** The staff permissions that accounts have, their own and those of their groups; one that comes from both is there twice. */
export function permissionsOfAccounts(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ accountId: number; permission: string }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT account_id AS accountId, permission FROM account_permission WHERE account_id IN (${marks})
     UNION ALL
     SELECT ag.account_id, gp.permission
     FROM account_group ag JOIN staff_group_permission gp ON gp.group_id = ag.group_id
     WHERE ag.account_id IN (${marks})`,
    [...ids, ...ids],
  );
}
