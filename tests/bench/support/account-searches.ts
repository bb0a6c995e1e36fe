import { otherNames } from '../../../src-main/seed/names/other-scripts';
import { westernNames } from '../../../src-main/seed/names/western';
import type { BenchOffice } from './bench-office';
import { type Measured, summarize, turn } from './measure';

const desk = 'desk';
/** So many words of each class, each of them asked so often. */
const wordsOfAClass = 12;
const rounds = 4;

type Class = 'rare' | 'two words' | 'common' | 'flood';
const classes: readonly Class[] = ['rare', 'two words', 'common', 'flood'];

/** What people search for, sorted into classes by how many it finds, each asked again and again by turns. */
export async function measureSearches(office: BenchOffice, accounts: number): Promise<Record<string, Measured>> {
  const words = await wordsByClass(office, accounts);
  const measured: Record<string, Measured> = {};
  const measure = async (what: (name: Class) => string, ask: (search: string) => Promise<unknown>) => {
    for (const name of classes) measured[what(name)] = await timed(words[name], ask);
  };
  const described = (name: Class) => `search: ${name} (${words[name].slice(0, 4).join(', ')} …)`;
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

async function timed(words: readonly string[], ask: (search: string) => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const word of words) {
      const begun = performance.now();
      await ask(word);
      times.push(performance.now() - begun);
      await turn();
    }
  }
  return summarize(times);
}

/** Rare: under 0.1 % of all. Common: about 1 %. Flood: over 5 %. */
async function wordsByClass(office: BenchOffice, accounts: number): Promise<Record<Class, string[]>> {
  const words: Record<Class, string[]> = { rare: [], 'two words': [], common: [], flood: [] };
  for (const word of candidates()) {
    const { total } = await office.ask(desk, 'accounts.total', { search: word });
    const share = (total ?? 0) / accounts;
    const name = share < 0.001 ? 'rare' : share > 0.05 ? 'flood' : share > 0.006 && share < 0.018 ? 'common' : null;
    if (name && (total ?? 0) > 0 && words[name].length < wordsOfAClass) words[name].push(word);
  }
  const lists = [...westernNames, ...otherNames];
  words['two words'] = Array.from({ length: wordsOfAClass }, (_, index) => {
    const { given, family } = lists[index % lists.length] ?? { given: [], family: [] };
    return `${given[index % 5]?.name} ${family[(index * 3) % 7]?.name}`;
  });
  return words;
}

/** Names, parts of names, domains and phones, the most likely floods first. */
function* candidates(): Generator<string> {
  yield* ['.com', '.org', 'example', '@example', 'mail', 'a', 'm', 'sm', 'an', 'ann', 'mar', 'smith', 'an e'];
  yield* ['kiosk', 'lighthouse', 'clinic', 'library', 'shop', '1701', '+49', '7946', '5550'];
  for (let index = 0; index < 40; index += 1) {
    for (const { family, given } of [...westernNames, ...otherNames]) {
      for (const name of [family[index], given[index]]) if (name) yield name.name;
    }
  }
}
