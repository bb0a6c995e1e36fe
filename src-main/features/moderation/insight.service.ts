import type { OutputOf } from '../../../src-shared/contract';
import { lastDays, type Stretch } from '../../calendar';
import type { Context } from '../../context';
import { countsOfTabs, oldestSince } from '../../store/sign-up-list/sign-up-total';
import type { Store } from '../../store/store';
import { type AccountsService, fullName } from '../accounts/accounts.service';
import { decidedByDay, decidedByModerator, medianWait, rejectionReasons } from './insight.repository';
import type { Settle } from './settle.service';

const mostReasons = 10;

export interface InsightServices {
  readonly store: Store;
  readonly accounts: AccountsService;
  readonly settle: Settle;
}

type View = OutputOf<'moderation.insight'>;

/** How the office comes along with its sign-ups. */
export class Insight {
  readonly #services: InsightServices;

  constructor(services: InsightServices) {
    this.#services = services;
  }

  /** @param days how many of this computer's calendar, today among them */
  async of({ now }: Context, days: number): Promise<View> {
    const { store, settle } = this.#services;
    await settle.due(now);
    const stretches = lastDays(now, days);
    const whole = { from: stretches[0]?.from ?? now, before: stretches.at(-1)?.before ?? now };
    const { decided: _, ...counts } = await countsOfTabs(store.read);
    return {
      ...counts,
      oldestSince: await oldestSince(store.read),
      medianToDecide: await medianWait(store, whole),
      perDay: await this.#perDay(stretches),
      byModerator: await this.#byModerator(whole, now),
      rejectionReasons: await rejectionReasons(store, whole, mostReasons),
    };
  }

  async #perDay(stretches: readonly Stretch[]): Promise<View['perDay']> {
    const counts = await decidedByDay(this.#services.store, stretches);
    return stretches.map(({ days: [day = ''] }, index) => {
      const { approved, rejected } = counts[index] ?? {};
      return { day, approved: approved ?? 0, rejected: rejected ?? 0 };
    });
  }

  async #byModerator(whole: Pick<Stretch, 'from' | 'before'>, now: number): Promise<View['byModerator']> {
    const { store, accounts } = this.#services;
    const rows = await decidedByModerator(store, whole);
    const ids = [...new Set(rows.map(({ decidedBy }) => decidedBy))].filter((id) => id !== null);
    const people = new Map((await accounts.peopleByIds(ids, now)).map((person) => [person.id, person]));
    const moderators = new Map<string, View['byModerator'][number]>();
    for (const { decidedBy, state, count } of rows) {
      const person = decidedBy === null ? undefined : people.get(decidedBy);
      // Those who are no longer there have no names that would tell them apart.
      const name = decidedBy === null ? 'Rules' : person ? fullName(person) : 'Somebody who is no longer there';
      const key = person?.publicId ?? name;
      const moderator = moderators.get(key) ?? { id: person?.publicId ?? null, name, approved: 0, rejected: 0 };
      moderator[state] += count;
      moderators.set(key, moderator);
    }
    const all = (one: View['byModerator'][number]) => one.approved + one.rejected;
    return [...moderators.values()].sort((one, other) => all(other) - all(one) || (one.name < other.name ? -1 : 1));
  }
}
