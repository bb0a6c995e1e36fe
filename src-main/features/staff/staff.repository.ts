import type { EntityManager } from 'typeorm';
import type { Place } from '../../paging';

export interface StaffFilter {
  /** Folded words, each of which the name, the e-mail or the digits of the phone have in them. */
  readonly words?: readonly string[];
  readonly isActive?: boolean;
}

export interface StaffPlace {
  readonly id: number;
  readonly nameFolded: string;
}

// Phones are kept as they were typed; these are the marks people put between the digits.
const phoneDigits = [' ', '(', ')', '+', '-', '/', '.'].reduce(
  (sql, mark) => `replace(${sql}, '${mark}', '')`,
  'phone',
);

/**
 * The places of one page of staff, by name, one more than `size` where there are more.
 * Searching looks through the staff alone, of whom an office has hundreds at most.
 */
export function staffPage(
  manager: EntityManager,
  filter: StaffFilter,
  place: Place | null,
  size: number,
): Promise<StaffPlace[]> {
  const conditions = ['is_staff = 1'];
  const params: (string | number)[] = [];
  if (filter.isActive !== undefined) {
    conditions.push('is_active = ?');
    params.push(Number(filter.isActive));
  }
  for (const word of filter.words ?? []) {
    const digits = /^[\d()+/.-]+$/.test(word) ? word.replace(/\D/g, '') : '';
    conditions.push(
      `(instr(name_folded, ?) > 0 OR instr(email_folded, ?) > 0 OR (? <> '' AND instr(${phoneDigits}, ?) > 0))`,
    );
    params.push(word, word, digits, digits);
  }
  const isBackward = place?.direction === 'previous';
  if (place) {
    conditions.push(`(name_folded, id) ${isBackward ? '<' : '>'} (?, ?)`);
    params.push(place.key ?? '', place.id);
  }
  const order = isBackward ? 'DESC' : 'ASC';
  return manager.query<StaffPlace[]>(
    `SELECT id, name_folded AS nameFolded FROM account
     WHERE ${conditions.join(' AND ')}
     ORDER BY name_folded ${order}, id ${order} LIMIT ?`,
    [...params, size + 1],
  );
}

/** The permissions given to accounts themselves, without those of their groups. */
export function ownPermissions(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ accountId: number; permission: string }[]> {
  const marks = ids.map(() => '?').join(', ');
  return manager.query(
    `SELECT account_id AS accountId, permission FROM account_permission WHERE account_id IN (${marks})`,
    [...ids],
  );
}

export async function replaceOwnPermissions(
  manager: EntityManager,
  accountId: number,
  permissions: readonly string[],
): Promise<void> {
  await manager.query('DELETE FROM account_permission WHERE account_id = ?', [accountId]);
  for (const permission of new Set(permissions)) {
    await manager.query('INSERT INTO account_permission (account_id, permission) VALUES (?, ?)', [
      accountId,
      permission,
    ]);
  }
}
