import type { EntityManager } from 'typeorm';
import type { Place } from '../../paging';
import { digitsOf } from '../../phone-digits';

export interface StaffFilter {
  /** Folded words, each of which the name, the e-mail or the digits of the phone have in them. */
  readonly words?: readonly string[];
  readonly isActive?: boolean;
}

export interface StaffPlace {
  readonly id: number;
  readonly nameFolded: string;
}

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
  // The plus keeps out the indexes of the list of all accounts, a million of which may be no staff.
  const conditions = ['is_staff = 1', '+deleted_at IS NULL'];
  const params: (string | number)[] = [];
  if (filter.isActive !== undefined) {
    conditions.push('is_active = ?');
    params.push(Number(filter.isActive));
  }
  for (const word of filter.words ?? []) {
    const digits = /^[\p{Decimal_Number}()+/.-]+$/u.test(word) ? digitsOf(word) : '';
    conditions.push(
      `(instr(name_folded, ?) > 0 OR instr(email_folded, ?) > 0 OR (? <> '' AND instr(phone_digits, ?) > 0))`,
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
