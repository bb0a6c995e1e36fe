import type { SignUpCase } from './sign-up-case.entity';

/**
 * Who may do what to a sign-up in which state, and what becomes of it. Values in, values out: whoever decides, one by
 * one or on many, and whoever is decided on asks here.
 */

/** For so long a decision can be undone, and nobody is told of it, in milliseconds. */
export const undoableForMs = 10_000;

const longestParkingMs = 366 * 24 * 60 * 60_000;

export type DecidingAct = 'approve' | 'reject' | 'request-changes' | 'park';

/** Why something cannot be done, and whose name the sentence has. */
export interface Refusal {
  readonly code:
    | 'OWN_CASE'
    | 'IN_TRASH'
    | 'BEYOND_OWN_RIGHTS'
    | 'CASE_DECIDED'
    | 'CASE_RESUBMITTED'
    | 'STALE_VERSION'
    | 'CASE_CLAIMED'
    | 'CASE_OPEN'
    | 'SECOND_MODERATOR_NEEDED'
    | 'NOTHING_TO_CORRECT'
    | 'NOT_IN_FUTURE'
    | 'OTHERS_DECISION'
    | 'TOO_LATE_TO_UNDO'
    | 'SIGN_UP_DECIDED'
    | 'NO_APPEAL';
  /** The account of whoever was first; null where a rule was. */
  readonly by?: number | null;
}

/** The moderator who asks, and what it takes to judge them. */
export interface Asking {
  readonly now: number;
  /** Of the moderator. */
  readonly accountId: number;
  /** Whether the account may do what the moderator may not. */
  readonly isBeyondRights: boolean;
  /** The one they have looked at; left out where they decide on the case as it is, as on many at once. */
  readonly version?: number;
}

export interface Policy {
  readonly needsSecondModerator: boolean;
}

/** What an act makes of a case: the columns that become others. */
export type Changes = Partial<SignUpCase>;

export function isDecided({ state }: Pick<SignUpCase, 'state'>): boolean {
  return state === 'approved' || state === 'rejected';
}

/** By whom it is held at this moment; null where nobody holds it, or no longer. */
export function claimantOf(one: Pick<SignUpCase, 'claimedBy' | 'claimedUntil'>, now: number): number | null {
  return one.claimedUntil !== null && one.claimedUntil > now ? one.claimedBy : null;
}

/** Whether what was done last can still be taken back, so that the person is not to know of it yet. */
export function isPending({ undo, effectiveAt }: Pick<SignUpCase, 'undo' | 'effectiveAt'>, now: number): boolean {
  return undo !== null && effectiveAt !== null && effectiveAt > now;
}

/** The case as the person is to see it: what can still be taken back has not happened for them. */
export function asTold(one: SignUpCase, now: number): SignUpCase {
  return isPending(one, now) ? { ...one, ...columnsBefore(one), undo: null } : one;
}

/** Whether a decision is about to have effect, so that what the person sends would cross it. */
export function isBeingDecided(one: SignUpCase, now: number): boolean {
  return isPending(one, now) && (isDecided(one) || one.state === 'changes-requested');
}

/** Whether the office is to look at it because the person has sent something, and has not touched it since. */
function wasSentLast({ state, effectiveAt, revision, isAppeal }: SignUpCase): boolean {
  return state === 'waiting' && effectiveAt === null && (revision > 1 || isAppeal);
}

/** What keeps a moderator from a case, whatever it has come to and whatever they want. */
export function generalRefusal(one: SignUpCase, { accountId, isBeyondRights }: Asking): Refusal | null {
  if (one.accountId === accountId) return { code: 'OWN_CASE' };
  if (one.isInTrash) return { code: 'IN_TRASH' };
  return isBeyondRights ? { code: 'BEYOND_OWN_RIGHTS' } : null;
}

function claimRefusal(one: SignUpCase, { accountId, now }: Pick<Asking, 'accountId' | 'now'>): Refusal | null {
  const claimant = claimantOf(one, now);
  return claimant === null || claimant === accountId ? null : { code: 'CASE_CLAIMED', by: claimant };
}

/** A change of the case since it was looked at: who was first is told before that it is another now. */
function firstComeRefusal(one: SignUpCase, { version, now }: Asking): Refusal | null {
  const hasMovedOn = version !== undefined && version !== one.version;
  // Changes that are asked for are a decision until the person can have read it: its message would cross the next.
  const isBeingSentBack = one.state === 'changes-requested' && (hasMovedOn || isPending(one, now));
  if (isDecided(one) || isBeingSentBack) return { code: 'CASE_DECIDED', by: one.decidedBy };
  if (!hasMovedOn) return null;
  return { code: wasSentLast(one) ? 'CASE_RESUBMITTED' : 'STALE_VERSION' };
}

function isOwnFirst({ firstApprovalBy }: SignUpCase, { accountId }: Asking, { needsSecondModerator }: Policy): boolean {
  return needsSecondModerator && firstApprovalBy === accountId;
}

/** Why a moderator cannot do this to a case, or null if they can. */
export function decidingRefusal(one: SignUpCase, act: DecidingAct, asking: Asking, policy: Policy): Refusal | null {
  const refusal = generalRefusal(one, asking) ?? firstComeRefusal(one, asking) ?? claimRefusal(one, asking);
  if (refusal) return refusal;
  if (act === 'request-changes' && one.kind === 'profile') return { code: 'NOTHING_TO_CORRECT' };
  return act === 'approve' && isOwnFirst(one, asking, policy) ? { code: 'SECOND_MODERATOR_NEEDED' } : null;
}

/** What stands in the way of a moderator who looks at a case, as far as it can be said before they decide. */
export function obstacleOf(one: SignUpCase, asking: Asking, policy: Policy) {
  const general = generalRefusal(one, asking);
  if (general) return general.code as 'OWN_CASE' | 'IN_TRASH' | 'BEYOND_OWN_RIGHTS';
  if (claimRefusal(one, asking)) return 'CASE_CLAIMED';
  return isOwnFirst(one, asking, policy) && !isDecided(one) ? 'SECOND_MODERATOR_NEEDED' : null;
}

/** Whether approving only notes that, because a second moderator is needed. */
export function isFirstApproval({ firstApprovalBy }: SignUpCase, { needsSecondModerator }: Policy): boolean {
  return needsSecondModerator && firstApprovalBy === null;
}

export function reopeningRefusal(one: SignUpCase, asking: Asking): Refusal | null {
  const general = generalRefusal(one, asking);
  if (general) return general;
  if (one.state === 'waiting') return { code: 'CASE_OPEN' };
  if (asking.version !== undefined && asking.version !== one.version) return { code: 'STALE_VERSION' };
  return claimRefusal(one, asking);
}

export function claimingRefusal(
  one: SignUpCase,
  asking: Pick<Asking, 'accountId' | 'now'> & { readonly takesOver: boolean },
): Refusal | null {
  if (one.accountId === asking.accountId) return { code: 'OWN_CASE' };
  if (isDecided(one)) return { code: 'CASE_DECIDED', by: one.decidedBy };
  return asking.takesOver ? null : claimRefusal(one, asking);
}

/** Only whoever did it takes it back, and only until it has effect. */
export function undoingRefusal(
  one: SignUpCase,
  { accountId, version, now }: Pick<Asking, 'accountId' | 'version' | 'now'>,
): Refusal | null {
  if (version !== undefined && version !== one.version) return { code: 'STALE_VERSION' };
  if (!isPending(one, now)) return { code: 'TOO_LATE_TO_UNDO' };
  const by = one.state === 'waiting' ? one.firstApprovalBy : one.decidedBy;
  return by === accountId ? null : { code: 'OTHERS_DECISION' };
}

export function parkingRefusal(until: number, now: number): Refusal | null {
  return until > now && until <= now + longestParkingMs ? null : { code: 'NOT_IN_FUTURE' };
}

/** Of the person: a corrected version, while it waits or where changes were asked for. */
export function resubmittingRefusal(one: SignUpCase, version: number, now: number): Refusal | null {
  const isBeingSentBack = one.state === 'changes-requested' && isPending(one, now);
  if (isDecided(one) || one.kind === 'profile' || isBeingSentBack) return { code: 'SIGN_UP_DECIDED' };
  if (one.isAppeal && one.state !== 'changes-requested') return { code: 'SIGN_UP_DECIDED' };
  return one.version === version ? null : { code: 'STALE_VERSION' };
}

/** Of the person: once, after a rejection they have been told of. */
export function appealRefusal(one: SignUpCase, version: number, now: number): Refusal | null {
  const isRejected = one.state === 'rejected' && !isPending(one, now);
  if (!isRejected || one.hasAppealed || one.kind === 'profile') return { code: 'NO_APPEAL' };
  return one.version === version ? null : { code: 'STALE_VERSION' };
}

/** What a decision says besides itself. */
export interface Said {
  readonly internalReason: string;
  /** The name of a template, or a word for what was written by hand: for the figures. */
  readonly decisionReason: string;
}

export interface Decision extends Said {
  readonly by: number;
  readonly now: number;
}

const unclaimed = { claimedBy: null, claimedUntil: null } satisfies Changes;
const notApproved = { firstApprovalBy: null, firstApprovalAt: null } satisfies Changes;
const undecided = {
  decidedBy: null,
  decidedRule: null,
  decidedAt: null,
  decisionReason: '',
  internalReason: '',
  waited: null,
  parkedUntil: null,
  dueAt: null,
  purgeAt: null,
  undo: null,
} satisfies Changes;

/** What undoing gives back. */
const undoneColumns = [
  'state',
  'isAppeal',
  'since',
  'parkedUntil',
  'claimedBy',
  'claimedUntil',
  'firstApprovalBy',
  'firstApprovalAt',
  'decidedBy',
  'decidedRule',
  'decidedAt',
  'effectiveAt',
  'decisionReason',
  'internalReason',
  'waited',
  'dueAt',
  'purgeAt',
] as const satisfies readonly (keyof SignUpCase)[];

function columnsToGiveBack(one: SignUpCase): string {
  return JSON.stringify(Object.fromEntries(undoneColumns.map((column) => [column, one[column]])));
}

function columnsBefore({ undo }: SignUpCase): Pick<SignUpCase, (typeof undoneColumns)[number]> {
  if (undo === null) throw new Error('This is only asked where something can be undone.');
  return JSON.parse(undo);
}

/** What every act of a moderator has in common: it is stored at once and has effect a little later. */
function done(one: SignUpCase, { now, internalReason, decisionReason }: Omit<Decision, 'by'>): Changes {
  const effectiveAt = now + undoableForMs;
  return { ...unclaimed, internalReason, decisionReason, effectiveAt, undo: columnsToGiveBack(one) };
}

function decided(one: SignUpCase, decision: Decision): Changes {
  const { by, now } = decision;
  const changes = { ...undecided, ...done(one, decision), decidedBy: by, decidedAt: now };
  // The person's window is told when it has effect, whatever it is.
  return { ...changes, dueAt: now + undoableForMs };
}

/** Waiting ends with a decision; by when it was made what is decided is sorted. */
function ended(one: SignUpCase, now: number): Changes {
  return { since: now, waited: Math.max(0, now - one.since) };
}

export function firstApproved(one: SignUpCase, decision: Decision): Changes {
  const { by, now } = decision;
  const changes = { ...undecided, ...done(one, decision), state: 'waiting', firstApprovalBy: by } as const;
  return { ...changes, firstApprovalAt: now };
}

export function approved(one: SignUpCase, decision: Decision): Changes {
  return { ...decided(one, decision), ...ended(one, decision.now), state: 'approved' };
}

/** @param retentionMs how long a rejected submission is kept once the person was told */
export function rejected(one: SignUpCase, decision: Decision, retentionMs: number): Changes {
  const purgeAt = decision.now + undoableForMs + retentionMs;
  return { ...decided(one, decision), ...ended(one, decision.now), state: 'rejected', purgeAt };
}

export function sentBack(one: SignUpCase, decision: Decision): Changes {
  return { ...decided(one, decision), ...notApproved, state: 'changes-requested' };
}

export function parked(one: SignUpCase, decision: Decision, until: number): Changes {
  return { ...decided(one, decision), state: 'parked', parkedUntil: until, dueAt: until };
}

export interface RulesDecision {
  readonly decision: 'approve' | 'reject';
  /** What it says, such as `@example.org`. */
  readonly rule: string;
  readonly retentionMs: number;
  readonly now: number;
}

/** By a rule, when it is sent: there is nobody who could undo it, so it has effect at once. */
export function decidedByRule(one: SignUpCase, { decision, rule, retentionMs, now }: RulesDecision): Changes {
  const state = decision === 'approve' ? 'approved' : 'rejected';
  const purgeAt = decision === 'approve' ? null : now + retentionMs;
  const decidedNow = { decidedRule: rule, decidedAt: now, effectiveAt: now, decisionReason: `Rule ${rule}` };
  return { ...undecided, ...unclaimed, ...ended(one, now), ...decidedNow, state, purgeAt };
}

/** @throws where there is nothing to give back */
export function undone(one: SignUpCase, now: number): Changes {
  const before = columnsBefore(one);
  // What waits again was touched by the office last, and not by the person.
  const effectiveAt = before.state === 'waiting' ? now : before.effectiveAt;
  return { ...before, effectiveAt, undo: null };
}

/** Where it was decided it has to wait anew; what was put off goes back to its old place. */
export function reopened(one: SignUpCase, now: number): Changes {
  const since = isDecided(one) ? now : one.since;
  return { ...undecided, ...unclaimed, ...notApproved, state: 'waiting', since, effectiveAt: now };
}

/** The office has changed what is decided on: nobody has approved that, and nobody gets the approval back by undoing. */
export function touched(one: SignUpCase, now: number): Changes {
  if (one.state === 'waiting') return { ...notApproved, effectiveAt: now, undo: null };
  return { ...notApproved, undo: one.undo && JSON.stringify({ ...columnsBefore(one), ...notApproved }) };
}

/** The end of being parked, which comes by itself. */
export function unparked(now: number): Changes {
  return { ...undecided, state: 'waiting', effectiveAt: now };
}

export function resubmitted(one: SignUpCase, now: number): Changes {
  const sent = { state: 'waiting', isAppeal: false, revision: one.revision + 1, submittedAt: now, since: now } as const;
  return { ...undecided, ...notApproved, ...sent, effectiveAt: null };
}

export function appealed(appeal: string, now: number): Changes {
  const sent = { state: 'waiting', isAppeal: true, hasAppealed: true, appeal, since: now } as const;
  return { ...undecided, ...notApproved, ...sent, effectiveAt: null };
}
