import type { InputOf } from '../../../../src-shared/contract';
import { type CaseFilter, type CaseTab, caseTabs } from '../../../../src-shared/contract/sign-up-cases';
import { formatDate, formatDates } from '../../../components/times';
import { type Day, dayOf, startOfDay } from '../../accounts/list/days';
import { day } from '../words';

/** What the address of the queue can say beside the part, the page and the case: what is left out, and the order. */
export const filterParams = [
  'search',
  'type',
  'age',
  'domain',
  'claimed',
  'duplicates',
  'decision',
  'from',
  'to',
] as const;
export const viewParams = ['tab', ...filterParams, 'order'] as const;

export type ViewParam = (typeof viewParams)[number];
export type ViewValues = Readonly<Partial<Record<ViewParam, string>>>;

/** Days that somebody waits at least, to choose from. */
export const ages = ['1', '3', '7', '30'] as const;
export type Age = (typeof ages)[number];

export const decisions = ['approved', 'rejected'] as const;

export function tabOf({ tab }: ViewValues): CaseTab {
  return caseTabs.find((known) => known === tab) ?? 'waiting';
}

export function ageOf({ age }: ViewValues): Age | undefined {
  return ages.find((known) => known === age);
}

/** When something was decided: days, both of them within, either of which can be open. */
interface Period {
  readonly from?: Day;
  readonly to?: Day;
}

/** Null where the address says none, or where nothing is decided. */
export function periodOf(values: ViewValues): Period | null {
  const [from, to] = [values.from, values.to].map((said) => (isDay(said) ? said : undefined));
  const isBackwards = from !== undefined && to !== undefined && from > to;
  if (tabOf(values) !== 'decided' || isBackwards || (from ?? to) === undefined) return null;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The thirtieth of February would be another day. */
function isDay(said: string | undefined): said is Day {
  const start = startOfDay(said);
  return start !== undefined && dayOf(start) === said;
}

/** Such as "Decided Nov 12, 2026" or "Decided Nov 2 – 8, 2026". */
export function periodWords({ from, to }: Period): string {
  const [first, last] = [startOfDay(from), startOfDay(to)];
  if (first !== undefined && last !== undefined) return `Decided ${formatDates(first, last)}`;
  if (first !== undefined) return `Decided from ${formatDate(first)}`;
  return last === undefined ? 'Decided' : `Decided to ${formatDate(last)}`;
}

const hour = 3_600_000;

/** What the address leaves out, as the main side is asked for it. What it says wrongly counts as not said. */
export function filterOf(values: ViewValues, now: number): CaseFilter {
  const { search, type, domain, claimed, duplicates } = values;
  const tab = tabOf(values);
  const decision = decisions.find((known) => known === values.decision);
  return {
    tab,
    ...(search && { search }),
    ...(type && { typeId: type }),
    ...(domain && { domain }),
    ...momentsOf(values, now),
    ...(claimed && tab !== 'decided' && { claimedBy: claimed }),
    ...(duplicates === '1' && { hasDuplicates: true }),
    ...(decision && tab === 'decided' && { decision }),
  };
}

function momentsOf(values: ViewValues, now: number): Pick<CaseFilter, 'from' | 'before'> {
  const age = ageOf(values);
  const period = periodOf(values);
  const from = startOfDay(period?.from);
  const ends = [
    // To the hour: the same list is asked for in the same words for a while, and its pages stay where they are.
    age && Math.floor((now - Number(age) * day) / hour) * hour,
    startOfDay(period?.to, 1),
  ].filter((end) => end !== undefined);
  return { ...(from !== undefined && { from }), ...(ends.length > 0 && { before: Math.min(...ends) }) };
}

/** Without it the one who waits longest stands first, and of those decided the one decided last. */
export function orderOf({ order }: ViewValues): Pick<InputOf<'moderation.queue'>, 'isReversed'> {
  return order === 'reversed' ? { isReversed: true } : {};
}

/** Names what is listed: whatever the order is, and from one hour to the next. */
export function listOf({ order: _, ...values }: ViewValues): string {
  return JSON.stringify(values);
}

/** The address of a case, or of the queue without one; `search` is the part of an address from its `?` on. */
export function addressOf(id: string | undefined, search = ''): string {
  return `${id === undefined ? '/moderation' : `/moderation/${id}`}${search}`;
}

/** Of a decision, its day or a claim there is nothing to be found in every part. */
const kept: readonly ViewParam[] = ['search', 'type', 'age', 'domain', 'duplicates'];

/** The address of another part of the queue, from its `?` on: what is looked for stays. */
export function paramsOfTab(values: ViewValues, tab: CaseTab): string {
  const params = new URLSearchParams(tab === 'waiting' ? {} : { tab });
  for (const name of kept) {
    const value = values[name];
    if (value) params.set(name, value);
  }
  const words = params.toString();
  return words && `?${words}`;
}
