import type { Holders } from './authorized-user-lists';
import type { BenchOffice } from './bench-office';
import type { Measured } from './measure';
import { searchClasses, timed, wordsByClass } from './search-words';

const desk = 'desk';

/** The same classes of words as for accounts, among all authorized users and among those of one account. */
export async function measureAuthorizedUserSearches(
  office: BenchOffice,
  { ofTheMost }: Holders,
): Promise<Record<string, Measured>> {
  const ask = (search: string) => office.ask(desk, 'authorizedUsers.list', { search });
  const count = (search: string) => office.ask(desk, 'authorizedUsers.total', { search });
  const { total } = await office.ask(desk, 'authorizedUsers.total', {});
  const words = await wordsByClass(count, total ?? 0);
  const measured: Record<string, Measured> = {};
  for (const name of searchClasses) {
    const said = `${name} (${words[name].slice(0, 4).join(', ')} …)`;
    measured[`authorized users, search: ${said}`] = await timed(words[name], ask);
  }
  for (const name of searchClasses) {
    measured[`authorized users, search, newest first: ${name}`] = await timed(words[name], (search) =>
      office.ask(desk, 'authorizedUsers.list', { search, sort: 'created', isDescending: true }),
    );
  }
  for (const name of searchClasses) {
    measured[`authorized users, search in the largest account: ${name}`] = await timed(words[name], (search) =>
      office.ask(desk, 'authorizedUsers.list', { search, accountId: ofTheMost }),
    );
  }
  for (const name of searchClasses) measured[`authorized users, total: ${name}`] = await timed(words[name], count);
  measured['authorized users, total: flood, all of them'] = await timed([''], () =>
    office.ask(desk, 'authorizedUsers.total', {}),
  );
  return measured;
}
