import { otherNames } from '../../../src-main/seed/names/other-scripts';
import { westernNames } from '../../../src-main/seed/names/western';
import { type Measured, summarize, turn } from './measure';

/** So many words of each class, each of them asked so often. */
const wordsOfAClass = 12;
const rounds = 4;

export const searchClasses = ['rare', 'two words', 'common', 'flood'] as const;
export type SearchClass = (typeof searchClasses)[number];

/** Each of the words, again and again by turns. */
export async function timed(words: readonly string[], ask: (search: string) => Promise<unknown>): Promise<Measured> {
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
export async function wordsByClass(
  count: (search: string) => Promise<{ readonly total: number | null }>,
  all: number,
): Promise<Record<SearchClass, string[]>> {
  const words: Record<SearchClass, string[]> = { rare: [], 'two words': [], common: [], flood: [] };
  for (const word of candidates()) {
    const { total } = await count(word);
    const share = (total ?? 0) / all;
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
