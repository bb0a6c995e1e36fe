import type { InputOf } from '../../../src-shared/contract';
import { caseTabs } from '../../../src-shared/contract/sign-up-cases';
import type { BenchOffice } from './bench-office';
import { type Measured, measure, turn } from './measure';

const desk = 'desk';
const calls = 40;
const day = 24 * 60 * 60_000;
/** The page that is reached by its cursor, where there are so many. */
const far = 5_000;

type Asked = Omit<InputOf<'moderation.queue'>, 'tab'>;

/** Every filter that is offered, and none; and two that are common, each and together. */
async function offeredFilters(office: BenchOffice): Promise<Record<string, Asked>> {
  const { rows: types } = await office.ask(desk, 'profiles.types', {});
  const { rows: moderators } = await office.ask(desk, 'moderation.moderators', {});
  const bySize = types.toSorted((one, other) => other.profileCount - one.profileCount);
  const common = bySize[0]?.id;
  const now = Date.now();
  return {
    everybody: {},
    'a common profile type': { typeId: common },
    'a rare profile type': { typeId: bySize.findLast(({ profileCount }) => profileCount > 0)?.id },
    'a common domain': { domain: 'example.com' },
    'a rare domain': { domain: 'lighthouse.example.org' },
    'older than a week': { before: now - 7 * day },
    'longer ago than a year': { before: now - 365 * day },
    'of one week': { from: now - 14 * day, before: now - 7 * day },
    claimed: { claimedBy: moderators[0]?.id },
    'with duplicates': { hasDuplicates: true },
    approved: { decision: 'approved' },
    rejected: { decision: 'rejected' },
    'rejected, of a common type and domain': { decision: 'rejected', typeId: common, domain: 'example.com' },
    // Nobody is both: a rule has approved all of that domain.
    'rejected, where a rule approves': { decision: 'rejected', domain: 'office.example.com' },
  };
}

/** A first page of each pair of part and filter, in both directions by turns, and the total of each. */
export async function measureQueue(office: BenchOffice): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  const filters = Object.entries(await offeredFilters(office));
  for (const tab of caseTabs) {
    for (const [name, filter] of filters) {
      measured[`sign-ups, queue: ${tab}, ${name}`] = await measure(calls, (index) =>
        office.ask(desk, 'moderation.queue', { tab, ...filter, isReversed: index % 2 === 0 }),
      );
    }
  }
  for (const [name, filter] of filters) {
    measured[`sign-ups, total: decided, ${name}`] = await measure(10, () =>
      office.ask(desk, 'moderation.total', { tab: 'decided', ...filter }),
    );
  }
  for (const tab of ['waiting', 'decided'] as const) {
    measured[`sign-ups, queue: ${tab}, a page far down`] = await measureFarPage(office, tab);
  }
  measured['sign-ups, counts'] = await measure(300, () => office.ask(desk, 'moderation.counts', {}));
  for (const days of [30, 365] as const) {
    measured[`sign-ups, insight of ${days} days`] = await measure(20, () =>
      office.ask(desk, 'moderation.insight', { days }),
    );
  }
  return measured;
}

async function measureFarPage(office: BenchOffice, tab: 'waiting' | 'decided'): Promise<Measured> {
  let cursor: string | undefined;
  for (let page = 1; page < far; page += 1) {
    const { next } = await office.ask(desk, 'moderation.queue', { tab, cursor });
    // A queue that has not so many pages is measured on its last one but one.
    if (!next) break;
    cursor = next;
    await turn();
  }
  return measure(200, () => office.ask(desk, 'moderation.queue', { tab, cursor }));
}
