import type { OutputOf } from '../../../src-shared/contract';
import { accountStatuses } from '../../../src-shared/contract/accounts';
import { lastDays, lastWeeks, type Stretch } from '../../calendar';
import type { Context } from '../../context';
import type { Store } from '../../store/store';
import type { SignInWaits } from '../logins/sign-in-waits.service';
import {
  countOfLogins,
  countOverdue,
  profilesByType,
  type Tally,
  talliesByDay,
  talliesOf,
} from './dashboard.repository';

const weeks = 26;
const days = 30;

/** What the office has and what happens in it, from tallies that every change keeps up. */
export class DashboardService {
  readonly #store: Store;
  readonly #waits: SignInWaits;

  constructor(store: Store, waits: SignInWaits) {
    this.#store = store;
    this.#waits = waits;
  }

  async get({ now }: Context): Promise<OutputOf<'dashboard.get'>> {
    const { read } = this.#store;
    const byStatus = countsOf(await talliesOf(read, 'status'));
    const inTrash = (byStatus.get('trash') ?? 0) - (await countOverdue(read, now));
    const [mustChange] = await talliesOf(read, 'must-change');
    return {
      accountsByStatus: accountStatuses.map((status) => ({
        status,
        count: status === 'trash' ? inTrash : (byStatus.get(status) ?? 0),
      })),
      profilesByType: await profilesByType(read),
      accountsAddedByWeek: await this.#counted('added', lastWeeks(now, weeks)),
      signInsByDay: await this.#counted('signed-in', lastDays(now, days)),
      attention: {
        isLocked: await countOfLogins(read, await this.#waits.lockedLogins(read, now)),
        mustChangePassword: mustChange?.count ?? 0,
        inTrash,
      },
    };
  }

  async #counted(what: 'added' | 'signed-in', stretches: readonly Stretch[]) {
    const counts = countsOf(await talliesByDay(this.#store.read, what, stretches[0]?.days[0] ?? ''));
    return stretches.map(({ from, before, days }) => ({
      from,
      before,
      count: days.reduce((sum, day) => sum + (counts.get(day) ?? 0), 0),
    }));
  }
}

function countsOf(tallies: readonly Tally[]): ReadonlyMap<string, number> {
  return new Map(tallies.map(({ key, count }) => [key, count]));
}
