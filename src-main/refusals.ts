import type { Procedure, SessionState } from '../src-shared/contract/define';
import type { ErrorCode } from '../src-shared/errors';
import type { StateRefusal } from '../src-shared/refusals';
import type { Actor } from './context';
import { mayDo, mayDoForAccount } from './rights';

const byState: Readonly<Record<Exclude<SessionState, 'full'>, StateRefusal>> = {
  'no-office': 'NO_OFFICE',
  'store-locked': 'STORE_LOCKED',
  'signed-out': 'NOT_SIGNED_IN',
  'must-change-password': 'MUST_CHANGE_PASSWORD',
  locked: 'SESSION_LOCKED',
  'awaiting-approval': 'AWAITING_APPROVAL',
};

/** Why a procedure may not be called in this state, or null if it may. */
export function stateRefusal(procedure: Procedure, state: SessionState): StateRefusal | 'NOT_ALLOWED' | null {
  const { sessions } = procedure;
  const isOnlyFor = (only: SessionState) => sessions.every((one) => one === only);
  if (sessions.includes(state)) return null;
  // What is only for an earlier state comes too late now, which helps more than to say what is missing.
  if (state !== 'no-office' && isOnlyFor('no-office')) return 'OFFICE_EXISTS';
  if (state === 'no-office' || state === 'store-locked') return byState[state];
  if (isOnlyFor('store-locked')) return 'STORE_OPEN';
  if (state === 'signed-out') return 'NOT_SIGNED_IN';
  if (isOnlyFor('signed-out')) return 'ALREADY_SIGNED_IN';
  if (isOnlyFor('locked')) return 'NOT_LOCKED';
  return state === 'full' ? 'NOT_ALLOWED' : byState[state];
}

/** Why this person may not call a procedure, or null if they may. */
export function audienceRefusal({ audience }: Procedure, actor: Actor | null): ErrorCode | null {
  if (audience.kind === 'public') return null;
  if (!actor) return 'NOT_SIGNED_IN';
  if (audience.kind === 'holder themself') return actor.delegate === null ? null : 'NOT_ALLOWED';
  if (audience.kind === 'holder') {
    const isAllowed = audience.permission === null || mayDoForAccount(actor, audience.permission);
    return isAllowed ? null : 'NOT_ALLOWED';
  }
  const isAllowed = actor.isStaff && (audience.permission === null || mayDo(actor.rights, audience.permission));
  return isAllowed ? null : 'NOT_ALLOWED';
}
