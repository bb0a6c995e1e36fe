import type { CaseTab } from '../../../src-shared/contract/sign-up-cases';
import { isDownwards, type ListOrder } from '../list-order';
import type { PersonSearch } from '../search/person-search';
import { Conditions } from '../sql';

/** Which sign-ups are listed. Ids are the store's own. */
export interface SignUpFilter {
  /** What `signUpSearch` makes of what was typed. */
  readonly search: PersonSearch | null;
  readonly tab: CaseTab;
  readonly typeId?: number;
  /** As `domainForm` has it. */
  readonly domain?: string;
  /** Only who waits, or was decided, since this moment or later. */
  readonly from?: number;
  /** Only who waits, or was decided, since before this moment. */
  readonly before?: number;
  /** Whose claim holds. */
  readonly claimedBy?: number;
  readonly hasDuplicates?: true;
  readonly decision?: 'approved' | 'rejected';
  readonly now: number;
}

/** An index along which the queue can be walked, and the stretch of it that has everybody the filter lets through. */
export interface SignUpWalk {
  readonly index: string;
  readonly where: Conditions;
}

/** What the filter asks of rows called `a`, words aside. Every index of the queue has the columns for it. */
export function conditionsOf(filter: SignUpFilter): Conditions {
  const { tab, typeId, domain, claimedBy, hasDuplicates, decision, now } = filter;
  const where = inTab(tab);
  if (typeId !== undefined) where.add('a.type_id = ?', typeId);
  if (domain !== undefined) where.add('a.domain = ?', domain);
  addPeriod(where, filter);
  if (claimedBy !== undefined) where.add('a.claimed_by = ? AND a.claimed_until > ?', claimedBy, now);
  if (hasDuplicates) where.add('a.has_duplicates = 1');
  if (decision !== undefined) where.add('a.state = ?', decision);
  return where;
}

/**
 * The filter without that end of its period which the place of a page lies beyond. Of two conditions at which a walk could
 * begin SQLite takes the first, and would walk all the way from there to the place.
 */
export function onFromPlace(filter: SignUpFilter, order: ListOrder): SignUpFilter {
  const key = order.place?.key;
  const { from, before, ...rest } = filter;
  if (typeof key !== 'number') return filter;
  if (isDownwards(order)) return before !== undefined && key < before ? { ...rest, from } : filter;
  return from !== undefined && key >= from ? { ...rest, before } : filter;
}

/**
 * One for each part of the filter that has an index, and among what is decided for each two parts of it that can both
 * let many through; that of the whole part of the queue where none has.
 */
export function walksOf(filter: SignUpFilter): [SignUpWalk, ...SignUpWalk[]] {
  const { tab, typeId, domain, claimedBy, hasDuplicates, decision } = filter;
  const walks: SignUpWalk[] = [];
  const add = (name: string, ...asked: readonly (readonly [sql: string, ...params: (string | number)[]])[]) => {
    const where = inTab(tab);
    for (const one of asked) where.add(...one);
    addPeriod(where, filter);
    walks.push({ index: `sign_up_case_${name}`, where });
  };
  const ofType = typeId === undefined ? null : (['a.type_id = ?', typeId] as const);
  const ofDomain = domain === undefined ? null : (['a.domain = ?', domain] as const);
  const ofDecision = decision === undefined ? null : (['a.state = ?', decision] as const);
  if (claimedBy !== undefined) add('by_claim', ['a.claimed_by = ?', claimedBy]);
  if (hasDuplicates) add('with_duplicates', ['a.has_duplicates = 1']);
  if (tab === 'decided') {
    if (ofDomain && ofDecision) add('decided_by_domain', ofDomain, ofDecision);
    if (ofType && ofDecision) add('decided_by_type', ofType, ofDecision);
    if (ofType && ofDomain) add('decided_by_both', ofType, ofDomain);
  }
  // Where there is one of two parts, each part of it has only more.
  const parts = [ofDomain, ofType, ofDecision].filter((part) => part !== null);
  if (tab !== 'decided' || parts.length === 1) {
    if (ofDomain) add('by_domain', ofDomain);
    if (ofType) add('by_type', ofType);
    if (ofDecision) add('by_state', ofDecision);
  }
  if (walks.length === 0) add('by_tab');
  const [first, ...others] = walks;
  if (!first) throw new Error('There is always a walk.');
  return [first, ...others];
}

function addPeriod(where: Conditions, { from, before }: SignUpFilter): void {
  if (from !== undefined) where.add('a.since >= ?', from);
  if (before !== undefined) where.add('a.since < ?', before);
}

/** Not as a parameter: an index that has only what is decided is used only where SQLite sees that nothing else is asked for. */
function inTab(tab: CaseTab): Conditions {
  return new Conditions().add(`a.tab = '${tab}'`);
}
