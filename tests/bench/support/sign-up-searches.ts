import type { BenchOffice } from './bench-office';
import type { Measured } from './measure';
import { searchClasses, timed, wordsByClass } from './search-words';

const desk = 'desk';

/** The same classes of words as for accounts, among those who wait and those who are decided. */
export async function measureSignUpSearches(office: BenchOffice): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  const { total: all } = await office.ask(desk, 'moderation.total', { tab: 'decided' });
  const words = await wordsByClass(
    (search) => office.ask(desk, 'moderation.total', { tab: 'decided', search }),
    all ?? 0,
  );
  for (const tab of ['waiting', 'decided'] as const) {
    for (const name of searchClasses) {
      const said = `${name} (${words[name].slice(0, 4).join(', ')} …)`;
      measured[`sign-ups, search in ${tab}: ${said}`] = await timed(words[name], (search) =>
        office.ask(desk, 'moderation.queue', { tab, search }),
      );
    }
  }
  for (const tab of ['appeals', 'parked'] as const) {
    measured[`sign-ups, search in ${tab}: flood`] = await timed(words.flood, (search) =>
      office.ask(desk, 'moderation.queue', { tab, search }),
    );
  }
  for (const tab of ['waiting', 'decided'] as const) {
    for (const name of searchClasses) {
      measured[`sign-ups, total of a search in ${tab}: ${name}`] = await timed(words[name], (search) =>
        office.ask(desk, 'moderation.total', { tab, search }),
      );
    }
  }
  return measured;
}
