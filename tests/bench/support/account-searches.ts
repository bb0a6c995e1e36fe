import type { BenchOffice } from './bench-office';
import type { Measured } from './measure';
import { type SearchClass, searchClasses, timed, wordsByClass } from './search-words';

const desk = 'desk';

/** What people search for, sorted into classes by how many it finds, each asked again and again by turns. */
export async function measureSearches(office: BenchOffice, accounts: number): Promise<Record<string, Measured>> {
  const words = await wordsByClass((search) => office.ask(desk, 'accounts.total', { search }), accounts);
  const measured: Record<string, Measured> = {};
  const measure = async (what: (name: SearchClass) => string, ask: (search: string) => Promise<unknown>) => {
    for (const name of searchClasses) measured[what(name)] = await timed(words[name], ask);
  };
  const described = (name: SearchClass) => `search: ${name} (${words[name].slice(0, 4).join(', ')} …)`;
  await measure(described, (search) => office.ask(desk, 'accounts.list', { search }));
  await measure(
    (name) => `total: ${name}`,
    (search) => office.ask(desk, 'accounts.total', { search }),
  );
  await measure(
    (name) => `search, newest first: ${name}`,
    (search) => office.ask(desk, 'accounts.list', { search, sort: 'created', isDescending: true }),
  );
  await measure(
    (name) => `search among the active, by e-mail: ${name}`,
    (search) => office.ask(desk, 'accounts.list', { search, sort: 'email', status: 'active' }),
  );
  return measured;
}
