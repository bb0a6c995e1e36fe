import type { InputOf } from '../../../src-shared/contract';
import { accountSorts } from '../../../src-shared/contract/accounts';
import type { BenchOffice } from './bench-office';
import { type Measured, measure, turn } from './measure';

const desk = 'desk';
const calls = 40;
const day = 24 * 60 * 60_000;
/** The page that is reached by its cursor. */
const far = 10_000;

type Asked = InputOf<'accounts.list'>;

/** Every filter that is offered, and none. */
async function offeredFilters(office: BenchOffice): Promise<Record<string, Asked>> {
  const { rows: types } = await office.ask(desk, 'profiles.types', {});
  const { rows: groups } = await office.ask(desk, 'groups.list', {});
  const bySize = types.toSorted((one, other) => other.profileCount - one.profileCount);
  const now = Date.now();
  return {
    everybody: {},
    'status active': { status: 'active' },
    'status awaiting approval': { status: 'awaiting-approval' },
    'status deactivated': { status: 'deactivated' },
    'status trash': { status: 'trash' },
    staff: { isStaff: true },
    'not staff': { isStaff: false },
    'a group': { groupId: groups[0]?.id },
    'a common profile type': { profileTypeId: bySize[0]?.id },
    'a rare profile type': { profileTypeId: bySize.findLast(({ profileCount }) => profileCount > 0)?.id },
    'never signed in': { neverSignedIn: true },
    'must change password': { mustChangePassword: true },
    locked: { isLocked: true },
    'created in a week': { createdFrom: now - 300 * day, createdBefore: now - 293 * day },
    'created in a year': { createdFrom: now - 2 * 365 * day, createdBefore: now - 365 * day },
    'created long ago': { createdBefore: now - 6 * 365 * day },
  };
}

/** A first page of each pair of sort and filter, in both directions by turns. */
export async function measureAccountLists(office: BenchOffice): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const [name, filter] of Object.entries(await offeredFilters(office))) {
    for (const sort of accountSorts) {
      measured[`list: ${name}, by ${sort}`] = await measure(calls, (index) =>
        office.ask(desk, 'accounts.list', { ...filter, sort, isDescending: index % 2 === 0 }),
      );
    }
  }
  return measured;
}

export async function measureFarPages(office: BenchOffice): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  for (const sort of accountSorts) {
    let cursor: string | undefined;
    for (let page = 1; page < far; page += 1) {
      const { next } = await office.ask(desk, 'accounts.list', { sort, cursor });
      // An office that has not so many pages is measured on its last one but one.
      if (!next) break;
      cursor = next;
      await turn();
    }
    measured[`list: page ${far} by its cursor, by ${sort}`] = await measure(200, () =>
      office.ask(desk, 'accounts.list', { sort, cursor }),
    );
  }
  return measured;
}
