import type { InputOf } from '../../../../src-shared/contract';
import { accountSorts, accountStatuses } from '../../../../src-shared/contract/accounts';
import { startOfDay } from './days';

/** What the address of the list can say beside the page: what is left out, the order, and the columns. */
export const filterParams = [
  'search',
  'status',
  'staff',
  'group',
  'type',
  'never',
  'mustChange',
  'locked',
  'from',
  'to',
] as const;
export const viewParams = [...filterParams, 'sort', 'order', 'columns'] as const;

export type FilterParam = (typeof filterParams)[number];
export type ViewParam = (typeof viewParams)[number];
export type ViewValues = Readonly<Partial<Record<ViewParam, string>>>;

export type AccountFilter = InputOf<'accounts.total'>;
export type AccountOrder = Required<Pick<InputOf<'accounts.list'>, 'sort' | 'isDescending'>>;

const staffWords = ['yes', 'no'] as const;

/** How a question that is answered yes or no stands in the address. */
export function staffParam(value: string | undefined): (typeof staffWords)[number] | undefined {
  return staffWords.find((word) => word === value);
}

/** What the address leaves out, as the main side is asked for it. What it says wrongly counts as not said. */
export function filterOf(values: ViewValues): AccountFilter {
  const staff = staffParam(values.staff);
  return defined({
    search: values.search,
    status: accountStatuses.find((known) => known === values.status),
    isStaff: staff && staff === 'yes',
    groupId: values.group,
    profileTypeId: values.type,
    neverSignedIn: ticked(values.never),
    mustChangePassword: ticked(values.mustChange),
    isLocked: ticked(values.locked),
    createdFrom: startOfDay(values.from),
    // The day itself is within.
    createdBefore: startOfDay(values.to, 1),
  });
}

/** By name where nothing else is asked for. */
export function orderOf({ sort, order }: ViewValues): AccountOrder {
  return { sort: accountSorts.find((known) => known === sort) ?? 'name', isDescending: order === 'desc' };
}

function ticked(value: string | undefined): true | undefined {
  return value === '1' || undefined;
}

function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
