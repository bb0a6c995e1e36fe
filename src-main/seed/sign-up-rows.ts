import type { CaseState } from '../../src-shared/contract/sign-up-cases';
import type { SeededProfile } from './account-inserts';
import type { SeededAccount } from './account-rows';
import type { KnownModeration } from './known-moderation';
import { appeals, changesAsked, parkedBecause, rejectionReasons, saidOnSignUp } from './moderation-words';
import { madeUpPerson } from './people';
import { Choice, type Random } from './random';

/** Whose sign-up it is. */
export type SignedUp = Pick<
  SeededAccount,
  'id' | 'email' | 'givenName' | 'familyName' | 'phone' | 'createdAt' | 'deletedAt'
>;

export interface SeededSignUp {
  readonly person: SignedUp;
  readonly profile: SeededProfile;
  readonly kind: 'account' | 'profile';
  readonly state: CaseState;
  /** Empty where nothing was appealed against. */
  readonly appeal: string;
  readonly message: string;
  readonly submittedAt: number;
  readonly since: number;
  readonly parkedUntil: number | null;
  readonly claim: { readonly by: number; readonly until: number } | null;
  readonly decided: {
    /** Null where a rule has. */
    readonly by: number | null;
    readonly rule: string | null;
    readonly at: number;
    readonly reason: string;
    readonly waited: number | null;
  } | null;
  readonly internalReason: string;
  readonly purgeAt: number | null;
  readonly hasDuplicates: boolean;
  readonly written: {
    readonly kind: 'rejected' | 'changes-requested';
    readonly text: string;
    readonly at: number;
    readonly isRead: boolean;
  } | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const longestWait = 42 * day;
const twoYears = 730 * day;

const states = new Choice<'waiting' | 'appeal' | 'parked' | 'changes-requested'>([
  ['waiting', 88],
  ['appeal', 2],
  ['parked', 4],
  ['changes-requested', 6],
]);
const shares = { claimed: 0.01, message: 0.4, rejected: 0.13, read: 0.8 };
export const duplicatesShare = 0.08;

/** Of somebody who waits, and of whom nobody has looked at it. */
export function waitingSignUp(person: SignedUp, profile: SeededProfile): SeededSignUp {
  return {
    person,
    profile,
    kind: 'account',
    state: 'waiting',
    appeal: '',
    message: '',
    submittedAt: person.createdAt,
    since: person.createdAt,
    parkedUntil: null,
    claim: null,
    decided: null,
    internalReason: '',
    purgeAt: null,
    hasDuplicates: false,
    written: null,
  };
}

/**
 * Somebody new who is behind the gate, since some hours or some weeks.
 * @param rank from 0 on, less than 1, in the order in which they came: most came lately
 * @param twin whom they are much like, if anybody
 */
export function newcomer(
  { id, rank, twin }: { readonly id: number; readonly rank: number; readonly twin: Partial<SeededAccount> },
  now: number,
  random: Random,
): SeededAccount {
  const createdAt = Math.floor(now - longestWait * (1 - rank) ** 2);
  return {
    ...madeUpPerson(id, random),
    ...twin,
    id,
    isActive: true,
    isStaff: false,
    access: 'awaiting-approval',
    mustChangePassword: false,
    notes: '',
    createdAt,
    lastSignInAt: random.isTrue(0.5) ? Math.floor(now - (now - createdAt) * random.next()) : null,
    deletedAt: null,
    purgeAt: null,
  };
}

export interface SignUpPlan {
  readonly now: number;
  readonly moderation: KnownModeration;
  readonly random: Random;
}

/** What became of a newcomer's sign-up until now. */
export function newcomersSignUp(
  person: SignedUp,
  profile: SeededProfile,
  hasDuplicates: boolean,
  { now, moderation, random }: SignUpPlan,
): SeededSignUp {
  const said = { message: random.isTrue(shares.message) ? oneOf(saidOnSignUp, random) : '', hasDuplicates };
  const waiting = { ...waitingSignUp(person, profile), ...said };
  const state = states.pick(random);
  const by = moderation.moderators.pick(random);
  const at = between(waiting.submittedAt, now, random);
  const decided = { by, rule: null, at, waited: null, reason: '' };
  switch (state) {
    case 'parked':
      return {
        ...waiting,
        state,
        decided,
        parkedUntil: now + Math.floor((1 + 20 * random.next()) * day),
        internalReason: oneOf(parkedBecause, random),
      };
    case 'changes-requested': {
      const written = { kind: state, text: oneOf(changesAsked, random), at, isRead: random.isTrue(shares.read) };
      return { ...waiting, state, decided, written };
    }
    case 'appeal': {
      const { text } = oneOf(rejectionReasons, random);
      const written = { kind: 'rejected', text, at, isRead: true } as const;
      return { ...waiting, appeal: oneOf(appeals, random), since: between(at, now, random), written };
    }
    case 'waiting':
      return random.isTrue(shares.claimed)
        ? { ...waiting, claim: { by, until: now + Math.ceil(30 * minute * random.next()) } }
        : waiting;
  }
}

/**
 * A decision of the last two years. Of an account that is older it is about the profile, which was added later; so is
 * every rejection, since the accounts that are decided on here are open.
 */
export function decidedSignUp(
  person: SignedUp,
  profile: SeededProfile,
  { now, moderation, random }: SignUpPlan,
): SeededSignUp {
  const rule = moderation.ruleOf(person.email);
  const isRejected = rule ? rule.decision === 'reject' : random.isTrue(shares.rejected);
  const isNew = person.createdAt > now - twoYears;
  const kind = isNew && !isRejected ? 'account' : 'profile';
  const submittedAt =
    kind === 'account' ? person.createdAt : between(Math.max(person.createdAt, now - twoYears), now, random);
  // Most within a day, a few after two weeks.
  const wanted = rule ? 0 : Math.floor(14 * day * random.next() ** 4) + minute;
  const at = submittedAt + wanted < now ? submittedAt + wanted : between(submittedAt, now, random);
  const template = isRejected && !rule ? moderation.reasons.pick(random) : null;
  const isByHand = template !== null && template.text === '';
  const text = template?.text ?? '';
  const written = { kind: 'rejected', text, at, isRead: random.isTrue(shares.read) } as const;
  const purgeAt = at + moderation.retention;
  return {
    ...waitingSignUp(person, profile),
    kind,
    state: isRejected ? 'rejected' : 'approved',
    message: kind === 'account' && random.isTrue(shares.message) ? oneOf(saidOnSignUp, random) : '',
    submittedAt,
    since: at,
    decided: {
      by: rule ? null : moderation.moderators.pick(random),
      rule: rule?.label ?? null,
      at,
      reason: rule ? `Rule ${rule.label}` : (template?.name ?? ''),
      waited: at - submittedAt,
    },
    internalReason: isByHand ? 'Spoke to them on the phone.' : '',
    // What was rejected longer ago would be deleted at the first start.
    purgeAt: isRejected && purgeAt > now ? purgeAt : null,
    written: text === '' ? null : written,
  };
}

function between(from: number, before: number, random: Random): number {
  return Math.floor(from + (before - from) * random.next());
}

function oneOf<T>(values: readonly T[], random: Random): T {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}
