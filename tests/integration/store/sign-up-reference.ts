import type { SignUpFilter } from '../../../src-main/store/sign-up-list/sign-up-filter';
import type { Store } from '../../../src-main/store/store';
import type { CaseState } from '../../../src-shared/contract/sign-up-cases';

/** A sign-up with everything the queue asks of it, read without any index. */
export interface KnownSignUp {
  readonly id: number;
  readonly accountId: number | null;
  readonly state: CaseState;
  readonly isAppeal: number;
  readonly since: number;
  readonly typeId: number | null;
  readonly domain: string;
  readonly claimedBy: number | null;
  readonly claimedUntil: number | null;
  readonly hasDuplicates: number;
  readonly isAccountInTrash: number;
  readonly text: string;
}

export function everySignUpThereIs(store: Store): Promise<KnownSignUp[]> {
  return store.read.query<KnownSignUp[]>(
    `SELECT c.id, c.account_id AS accountId, c.state, c.is_appeal AS isAppeal, c.since, c.type_id AS typeId, c.domain,
       c.claimed_by AS claimedBy, c.claimed_until AS claimedUntil, c.has_duplicates AS hasDuplicates,
       a.deleted_at IS NOT NULL AS isAccountInTrash, coalesce(a.search_text, '') AS text
     FROM sign_up_case c LEFT JOIN account a ON a.id = c.account_id`,
  );
}

/** What the queue must have, in its order, by the plainest reading of the filter. */
export function expected(
  all: readonly KnownSignUp[],
  filter: SignUpFilter,
  { isDescending }: { readonly isDescending: boolean },
): number[] {
  const shown = all.filter((one) => isShown(one, filter));
  const ids = shown.toSorted((one, other) => one.since - other.since || one.id - other.id).map(({ id }) => id);
  return isDescending ? ids.reverse() : ids;
}

function isShown(one: KnownSignUp, filter: SignUpFilter): boolean {
  const { search, tab, typeId, domain, from, before, claimedBy, hasDuplicates, decision } = filter;
  return (
    tabOf(one) === tab &&
    (typeId === undefined || one.typeId === typeId) &&
    (domain === undefined || one.domain === domain) &&
    (from === undefined || one.since >= from) &&
    (before === undefined || one.since < before) &&
    (claimedBy === undefined || (one.claimedBy === claimedBy && (one.claimedUntil ?? 0) > filter.now)) &&
    (!hasDuplicates || one.hasDuplicates === 1) &&
    (decision === undefined || one.state === decision) &&
    (!search || search.matches(one.text))
  );
}

function tabOf({ accountId, isAccountInTrash, state, isAppeal }: KnownSignUp): string {
  if (accountId === null || isAccountInTrash) return 'gone';
  if (state === 'approved' || state === 'rejected') return 'decided';
  return state === 'waiting' && isAppeal ? 'appeals' : state;
}
