import type { InputOf } from '../../../src-shared/contract';
import { authorizedUserSorts, loginStates } from '../../../src-shared/contract/authorized-users';
import type { BenchOffice } from './bench-office';
import { type Measured, measure } from './measure';

const desk = 'desk';
const calls = 40;

type Asked = InputOf<'authorizedUsers.list'>;

/** An account for which five people act, and the one for which most do, by their public ids. */
export interface Holders {
  readonly ofFive: string;
  readonly ofTheMost: string;
}

/** A first page of each pair of sort and filter, of all accounts and of one, in both directions by turns. */
export async function measureAuthorizedUserLists(
  office: BenchOffice,
  holders: Holders,
): Promise<Record<string, Measured>> {
  const measured: Record<string, Measured> = {};
  const lists = { ...(await offeredFilters(office)), ...(await filtersOfAccounts(office, holders)) };
  for (const [name, filter] of Object.entries(lists)) {
    for (const sort of authorizedUserSorts) {
      measured[`authorized users, list: ${name}, by ${sort}`] = await measure(calls, (index) =>
        office.ask(desk, 'authorizedUsers.list', { ...filter, sort, isDescending: index % 2 === 0 }),
      );
    }
  }
  return measured;
}

/** Every filter that is offered, and none. */
async function offeredFilters(office: BenchOffice): Promise<Record<string, Asked>> {
  const { rows: categories } = await office.ask(desk, 'delegation.categories', {});
  const { rows: permissions } = await office.ask(desk, 'delegation.permissions', {});
  const bySize = categories.toSorted((one, other) => other.useCount - one.useCount);
  const rarest = permissions.toSorted((one, other) => one.useCount - other.useCount)[0];
  return {
    'of all accounts': {},
    'a common category': { categoryId: bySize[0]?.id },
    'a rare category': { categoryId: bySize.findLast(({ useCount }) => useCount > 0)?.id },
    'an archived category': { categoryId: categories.find(({ isArchived }) => isArchived)?.id },
    ...Object.fromEntries(loginStates.map((loginState) => [`login ${loginState}`, { loginState }])),
    'a common permission': { permission: 'profiles.view' },
    'the rarest permission': { permission: rarest?.id },
    'in the trash': { isInTrash: true },
    'category, login and permission': {
      ...{ categoryId: bySize[1]?.id, loginState: 'enabled', permission: 'profiles.edit' },
    },
  };
}

async function filtersOfAccounts(office: BenchOffice, { ofFive, ofTheMost }: Holders): Promise<Record<string, Asked>> {
  const { rows: categories } = await office.ask(desk, 'delegation.categories', {});
  const rare = categories.toSorted((one, other) => one.useCount - other.useCount).find(({ useCount }) => useCount > 0);
  const ofMost = { accountId: ofTheMost };
  return {
    'of an account with 5': { accountId: ofFive },
    'of the largest account': ofMost,
    'of the largest account, a rare category': { ...ofMost, categoryId: rare?.id },
    'of the largest account, login off': { ...ofMost, loginState: 'off' },
    'of the largest account, a permission': { ...ofMost, permission: 'profiles.view' },
  };
}
