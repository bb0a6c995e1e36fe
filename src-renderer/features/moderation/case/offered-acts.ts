import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';

export const caseActs = ['approve', 'reject', 'request-changes', 'park', 'reopen'] as const;
export type CaseAct = (typeof caseActs)[number];

type Offering = Pick<SignUpCase, 'state' | 'kind' | 'obstacle'>;

/** What can come of a case in its state; what keeps this moderator from it is told by `isKeptFrom`. */
export function offeredActs({ state, kind }: Offering): readonly CaseAct[] {
  const toCorrect = kind === 'account' ? (['request-changes'] as const) : [];
  switch (state) {
    case 'waiting':
      return ['approve', 'reject', ...toCorrect, 'park'];
    case 'parked':
      return ['approve', 'reject', ...toCorrect, 'park', 'reopen'];
    case 'changes-requested':
      return ['approve', 'reject', 'reopen'];
    case 'approved':
    case 'rejected':
      return ['reopen'];
  }
}

export function isKeptFrom({ obstacle }: Offering, act: CaseAct): boolean {
  if (obstacle === null) return false;
  // Whoever has approved already may still reject.
  return obstacle === 'SECOND_MODERATOR_NEEDED' ? act === 'approve' : true;
}

export const claimActs = ['claim', 'release', 'take over'] as const;
export type ClaimAct = (typeof claimActs)[number];

/** What can be done about who looks into a case; null where there is nothing more to look into, or it is one's own. */
export function offeredClaim({ state, claim, obstacle }: Offering & Pick<SignUpCase, 'claim'>): ClaimAct | null {
  if (state === 'approved' || state === 'rejected' || obstacle === 'OWN_CASE') return null;
  if (claim === null) return 'claim';
  return claim.isSelf ? 'release' : 'take over';
}
