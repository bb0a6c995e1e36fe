import type { ActivityEntry } from '../../../src-shared/contract/activity';
import { type AccountsService, fullName } from '../accounts/accounts.service';

/** A person as the activity names them: as they are called now, not as they were then. */
export type Person = NonNullable<ActivityEntry['actor']>;

export function personOf(row: { publicId: string; givenName: string; familyName: string; email: string }): Person {
  return { id: row.publicId, name: fullName(row), email: row.email };
}

/** The people behind these accounts; nulls, and accounts that no longer exist, have none. */
export async function peopleById(
  accounts: AccountsService,
  ids: readonly (number | null)[],
  now: number,
): Promise<ReadonlyMap<number, Person>> {
  const rows = await accounts.peopleByIds([...new Set(ids.filter((id) => id !== null))], now);
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}
