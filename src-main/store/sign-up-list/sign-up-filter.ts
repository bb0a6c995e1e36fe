import type { CaseTab } from '../../../src-shared/contract/sign-up-cases';
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
export function conditionsOf({ tab, typeId, domain, before, claimedBy, hasDuplicates, decision, now }: SignUpFilter) {
  const where = inTab(tab);
  if (typeId !== undefined) where.add('a.type_id = ?', typeId);
  if (domain !== undefined) where.add('a.domain = ?', domain);
  if (before !== undefined) where.add('a.since < ?', before);
  if (claimedBy !== undefined) where.add('a.claimed_by = ? AND a.claimed_until > ?', claimedBy, now);
  if (hasDuplicates) where.add('a.has_duplicates = 1');
  if (decision !== undefined) where.add('a.state = ?', decision);
  return where;
}

/**
 * One for each part of the filter that has an index, and among what is decided for each two parts of it that can both
 * let many through; that of the whole part of the queue where none has.
 */
export function walksOf(filter: SignUpFilter): [SignUpWalk, ...SignUpWalk[]] {
  const { tab, typeId, domain, before, claimedBy, hasDuplicates, decision } = filter;
  const walks: SignUpWalk[] = [];
  const add = (name: string, ...asked: readonly (readonly [sql: string, ...params: (string | number)[]])[]) => {
    const where = inTab(tab);
    for (const one of asked) where.add(...one);
    if (before !== undefined) where.add('a.since < ?', before);
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

/** Not as a parameter: an index that has only what is decided is used only where SQLite sees that nothing else is asked for. */
function inTab(tab: CaseTab): Conditions {
  return new Conditions().add(`a.tab = '${tab}'`);
}
