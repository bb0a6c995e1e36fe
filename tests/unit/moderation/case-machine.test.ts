import { describe, expect, test } from 'vitest';
import {
  type Asking,
  appealed,
  appealRefusal,
  approved,
  type Changes,
  claimantOf,
  claimingRefusal,
  type Decision,
  decidedByRule,
  decidingRefusal,
  firstApproved,
  isFirstApproval,
  isPending,
  obstacleOf,
  parked,
  parkingRefusal,
  type Refusal,
  rejected,
  reopened,
  reopeningRefusal,
  resubmitted,
  resubmittingRefusal,
  sentBack,
  undoableForMs,
  undoingRefusal,
  undone,
  unparked,
} from '../../../src-main/features/moderation/case-machine';
import type { SignUpCase } from '../../../src-main/features/moderation/sign-up-case.entity';

const sentAt = 1_000_000;
const now = 2_000_000;
const longAgo = now - 5 * undoableForMs;
const day = 24 * 60 * 60_000;
const retention = 90 * day;

const me = 11;
const other = 12;
const person = 99;

const oneModerator = { needsSecondModerator: false };
const twoModerators = { needsSecondModerator: true };

const fresh: SignUpCase = {
  id: 1,
  publicId: 'case',
  version: 1,
  kind: 'account',
  accountId: person,
  profileId: null,
  typeId: null,
  state: 'waiting',
  isAppeal: false,
  hasAppealed: false,
  appeal: '',
  revision: 1,
  submittedAt: sentAt,
  since: sentAt,
  parkedUntil: null,
  claimedBy: null,
  claimedUntil: null,
  firstApprovalBy: null,
  firstApprovalAt: null,
  decidedBy: null,
  decidedRule: null,
  decidedAt: null,
  effectiveAt: null,
  undo: null,
  decisionReason: '',
  internalReason: '',
  waited: null,
  dueAt: null,
  purgeAt: null,
  domain: 'example.org',
  hasDuplicates: false,
  isInTrash: false,
  searchText: '',
  createdAt: sentAt,
};

/** As the store writes it: every change but claims and what comes by itself is another version. */
function become(one: SignUpCase, changes: Changes): SignUpCase {
  return { ...one, ...changes, version: one.version + 1 };
}

function by(accountId: number, at: number): Decision {
  return { by: accountId, now: at, internalReason: 'Known to us', decisionReason: 'Template' };
}

const claimed = (by: number, until: number): SignUpCase => ({ ...fresh, claimedBy: by, claimedUntil: until });
const rejectedLongAgo = become(fresh, rejected(fresh, by(other, longAgo), retention));
const sentBackLongAgo = become(fresh, sentBack(fresh, by(other, longAgo)));

/** All that a case can have come to, with the moderator who has brought it there. */
const situations = {
  waits: fresh,
  'waits, held by somebody else': claimed(other, now + 1),
  'waits, held by oneself': claimed(me, now + 1),
  'waits, no longer held by somebody else': claimed(other, now),
  'waits, sent anew': become(sentBackLongAgo, resubmitted(sentBackLongAgo, now - 1)),
  'waits, reopened': become(rejectedLongAgo, reopened(rejectedLongAgo, now - 1)),
  'waits, approved once by somebody else': become(fresh, firstApproved(fresh, by(other, longAgo))),
  'waits, approved once by oneself': become(fresh, firstApproved(fresh, by(me, longAgo))),
  'waits, approved once by oneself just now': become(fresh, firstApproved(fresh, by(me, now - 1))),
  appealed: become(rejectedLongAgo, appealed('Please', now - 1)),
  'parked by somebody else': become(fresh, parked(fresh, by(other, longAgo), now + day)),
  'parked by oneself just now': become(fresh, parked(fresh, by(me, now - 1), now + day)),
  'sent back': sentBackLongAgo,
  'sent back by somebody else just now': become(fresh, sentBack(fresh, by(other, now - 1))),
  'sent back by oneself just now': become(fresh, sentBack(fresh, by(me, now - 1))),
  approved: become(fresh, approved(fresh, by(other, longAgo))),
  'approved by somebody else just now': become(fresh, approved(fresh, by(other, now - 1))),
  'approved by oneself just now': become(fresh, approved(fresh, by(me, now - 1))),
  'approved by a rule': become(
    fresh,
    decidedByRule(fresh, { decision: 'approve', rule: '@example.org', retentionMs: retention, now: longAgo }),
  ),
  rejected: rejectedLongAgo,
  'rejected by oneself just now': become(fresh, rejected(fresh, by(me, now - 1), retention)),
  'rejected, appealed, rejected again': (() => {
    const appealing = become(rejectedLongAgo, appealed('Please', longAgo));
    return become(appealing, rejected(appealing, by(other, longAgo), retention));
  })(),
} satisfies Record<string, SignUpCase>;
type Situation = keyof typeof situations;

const acts = ['approve', 'reject', 'request-changes', 'park', 'claim', 'reopen', 'undo', 'resubmit', 'appeal'] as const;
type Act = (typeof acts)[number];

function asking(one: SignUpCase, changes: Partial<Asking> = {}): Asking {
  return { now, accountId: me, isBeyondRights: false, version: one.version, ...changes };
}

/** What comes of an act: the state it leads to, or why it is refused and whose name the sentence has. */
function outcome(one: SignUpCase, act: Act, asked: Asking, policy = oneModerator): string {
  const { refusal, changes } = attempt(one, act, asked, policy);
  if (refusal) return refusal.by === undefined ? refusal.code : `${refusal.code} ${nameOf(refusal.by)}`;
  const next = { ...one, ...changes() };
  return next.isAppeal && next.state === 'waiting' ? 'appeals' : next.state;
}

function nameOf(accountId: number | null): string {
  return accountId === null ? 'a rule' : accountId === me ? 'me' : 'other';
}

function attempt(
  one: SignUpCase,
  act: Act,
  asked: Asking,
  policy: { needsSecondModerator: boolean },
): { refusal: Refusal | null; changes: () => Changes } {
  const version = asked.version ?? one.version;
  const decision = by(asked.accountId, now);
  switch (act) {
    case 'approve':
      return {
        refusal: decidingRefusal(one, act, asked, policy),
        changes: () => (isFirstApproval(one, policy) ? firstApproved(one, decision) : approved(one, decision)),
      };
    case 'reject':
      return {
        refusal: decidingRefusal(one, act, asked, policy),
        changes: () => rejected(one, decision, retention),
      };
    case 'request-changes':
      return { refusal: decidingRefusal(one, act, asked, policy), changes: () => sentBack(one, decision) };
    case 'park':
      return { refusal: decidingRefusal(one, act, asked, policy), changes: () => parked(one, decision, now + day) };
    case 'claim':
      return { refusal: claimingRefusal(one, { ...asked, takesOver: false }), changes: () => ({}) };
    case 'reopen':
      return { refusal: reopeningRefusal(one, asked), changes: () => reopened(one, now) };
    case 'undo':
      return { refusal: undoingRefusal(one, asked), changes: () => undone(one, now) };
    case 'resubmit':
      return { refusal: resubmittingRefusal(one, version, now), changes: () => resubmitted(one, now) };
    case 'appeal':
      return { refusal: appealRefusal(one, version, now), changes: () => appealed('Please', now) };
  }
}

/** One line for each situation, one cell for each act, in their order. */
const table: Record<Situation, readonly string[]> = {
  waits: decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, held by somebody else': [
    ...['CASE_CLAIMED other', 'CASE_CLAIMED other', 'CASE_CLAIMED other', 'CASE_CLAIMED other', 'CASE_CLAIMED other'],
    ...['CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting', 'NO_APPEAL'],
  ],
  'waits, held by oneself': decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, no longer held by somebody else': decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, sent anew': decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, reopened': decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, approved once by somebody else': decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, approved once by oneself': decidable('waiting', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'waiting'),
  'waits, approved once by oneself just now': decidable('waiting', 'CASE_OPEN', 'waiting', 'waiting'),
  appealed: decidable('appeals', 'CASE_OPEN', 'TOO_LATE_TO_UNDO', 'SIGN_UP_DECIDED'),
  'parked by somebody else': decidable('parked', 'waiting', 'TOO_LATE_TO_UNDO', 'waiting'),
  'parked by oneself just now': decidable('parked', 'waiting', 'waiting', 'waiting'),
  'sent back': decidable('changes-requested', 'waiting', 'TOO_LATE_TO_UNDO', 'waiting'),
  'sent back by somebody else just now': closed('other', 'waiting', 'OTHERS_DECISION', 'changes-requested'),
  'sent back by oneself just now': closed('me', 'waiting', 'waiting', 'changes-requested'),
  approved: closed('other', 'waiting', 'TOO_LATE_TO_UNDO'),
  'approved by somebody else just now': closed('other', 'waiting', 'OTHERS_DECISION'),
  'approved by oneself just now': closed('me', 'waiting', 'waiting'),
  'approved by a rule': closed('a rule', 'waiting', 'TOO_LATE_TO_UNDO'),
  rejected: [...closed('other', 'waiting', 'TOO_LATE_TO_UNDO').slice(0, -1), 'appeals'],
  'rejected by oneself just now': closed('me', 'waiting', 'waiting'),
  'rejected, appealed, rejected again': closed('other', 'appeals', 'TOO_LATE_TO_UNDO'),
};

/** Where a moderator can decide. @param held where a claim leaves it */
function decidable(held: string, reopen: string, undo: string, resubmit: string): string[] {
  return ['approved', 'rejected', 'changes-requested', 'parked', held, reopen, undo, resubmit, 'NO_APPEAL'];
}

/** Where somebody has. @param held where a claim leaves it, if it can be claimed all the same */
function closed(name: string, reopen: string, undo: string, held = `CASE_DECIDED ${name}`): string[] {
  const decided = `CASE_DECIDED ${name}`;
  return [decided, decided, decided, decided, held, reopen, undo, 'SIGN_UP_DECIDED', 'NO_APPEAL'];
}

const cells = Object.entries(table).flatMap(([situation, expected]) =>
  acts.map((act, index) => [situation as Situation, act, expected[index]] as const),
);

describe('who has the case as it is now', () => {
  test.each(cells)('%s: %s leads to %s', (situation, act, expected) => {
    const one = situations[situation];
    expect(outcome(one, act, asking(one))).toBe(expected);
  });
});

/** What decides, where it was looked at before its last change. */
const staleTable: Partial<Record<Situation, string>> = {
  'waits, sent anew': 'CASE_RESUBMITTED',
  appealed: 'CASE_RESUBMITTED',
  'waits, reopened': 'STALE_VERSION',
  'waits, approved once by somebody else': 'STALE_VERSION',
  'parked by somebody else': 'STALE_VERSION',
  'sent back': 'CASE_DECIDED other',
  'sent back by somebody else just now': 'CASE_DECIDED other',
  approved: 'CASE_DECIDED other',
  'approved by a rule': 'CASE_DECIDED a rule',
  rejected: 'CASE_DECIDED other',
};
const staleCells = Object.entries(staleTable).flatMap(([situation, expected]) =>
  (['approve', 'reject', 'request-changes', 'park'] as const).map(
    (act) => [situation as Situation, act, expected] as const,
  ),
);

describe('who has looked at the case before its last change', () => {
  test.each(staleCells)('%s: %s is refused with %s', (situation, act, expected) => {
    const one = situations[situation];
    expect(outcome(one, act, asking(one, { version: one.version - 1 }))).toBe(expected);
  });

  test.each(['sent back', 'approved', 'rejected', 'parked by somebody else'] as const)(
    '%s: cannot reopen it',
    (situation) => {
      const one = situations[situation];
      expect(outcome(one, 'reopen', asking(one, { version: one.version - 1 }))).toBe('STALE_VERSION');
    },
  );

  test('cannot undo what has been changed since', () => {
    const one = situations['approved by oneself just now'];
    expect(outcome(one, 'undo', asking(one, { version: one.version - 1 }))).toBe('STALE_VERSION');
  });

  test('cannot send a new version, nor appeal', () => {
    const { rejected: told, 'sent back': back } = situations;
    expect(outcome(back, 'resubmit', asking(back, { version: 1 }))).toBe('STALE_VERSION');
    expect(outcome(told, 'appeal', asking(told, { version: 1 }))).toBe('STALE_VERSION');
  });

  test('decides on it as it is where no version is named, as on many at once', () => {
    const one = situations['waits, sent anew'];
    expect(outcome(one, 'reject', asking(one, { version: undefined }))).toBe('rejected');
  });
});

describe('who may not', () => {
  const decidings = ['approve', 'reject', 'request-changes', 'park', 'reopen'] as const;
  const everywhere = Object.keys(situations).flatMap((situation) =>
    decidings.map((act) => [situation as Situation, act] as const),
  );

  test.each(everywhere)('%s: nobody can %s their own', (situation, act) => {
    const one = { ...situations[situation], accountId: me };
    expect(outcome(one, act, asking(one))).toBe('OWN_CASE');
  });

  test.each(everywhere)('%s: nobody can %s what is in the trash', (situation, act) => {
    const one = { ...situations[situation], isInTrash: true };
    expect(outcome(one, act, asking(one))).toBe('IN_TRASH');
  });

  test.each(everywhere)('%s: nobody can %s whose rights go beyond their own', (situation, act) => {
    const one = situations[situation];
    expect(outcome(one, act, asking(one, { isBeyondRights: true }))).toBe('BEYOND_OWN_RIGHTS');
  });

  test('claim their own', () => {
    expect(claimingRefusal({ ...fresh, accountId: me }, { accountId: me, now, takesOver: true })).toEqual({
      code: 'OWN_CASE',
    });
  });

  test('their own case is said before that it is in the trash, and that before what they may not', () => {
    const one = { ...fresh, accountId: me, isInTrash: true };
    expect(outcome(one, 'approve', asking(one, { isBeyondRights: true }))).toBe('OWN_CASE');
    expect(outcome({ ...one, accountId: person }, 'approve', asking(one, { isBeyondRights: true }))).toBe('IN_TRASH');
  });
});

describe('a second pair of eyes', () => {
  const [once, byOther] = [
    situations['waits, approved once by oneself'],
    situations['waits, approved once by somebody else'],
  ];

  test.each([
    ['the first approval only notes that', fresh, 'waiting'],
    ['the same moderator cannot approve twice', once, 'SECOND_MODERATOR_NEEDED'],
    ['another moderator approves', byOther, 'approved'],
  ] as const)('%s', (_, one, expected) => {
    expect(outcome(one, 'approve', asking(one), twoModerators)).toBe(expected);
  });

  test.each(['reject', 'request-changes', 'park'] as const)('one is enough to %s, whoever it is', (act) => {
    const expected = { reject: 'rejected', 'request-changes': 'changes-requested', park: 'parked' }[act];
    expect(outcome(once, act, asking(once), twoModerators)).toBe(expected);
    expect(outcome(fresh, act, asking(fresh), twoModerators)).toBe(expected);
  });

  test('the first approval can be undone, and leaves nothing', () => {
    const undo = undone(situations['waits, approved once by oneself just now'], now);
    expect(undo).toMatchObject({ state: 'waiting', firstApprovalBy: null, firstApprovalAt: null, undo: null });
  });

  test.each([
    ['reopening', reopened(byOther, now)],
    ['a new version', resubmitted(byOther, now)],
    ['an appeal', appealed('Please', now)],
    ['changes that are asked for', sentBack(byOther, by(me, now))],
  ] as const)('is asked for anew after %s', (_, changes) => {
    expect(changes).toMatchObject({ firstApprovalBy: null, firstApprovalAt: null });
  });

  test('parking keeps it', () => {
    expect({ ...byOther, ...parked(byOther, by(me, now), now + day) }.firstApprovalBy).toBe(other);
  });
});

describe('a profile that was added later', () => {
  const profile = { ...fresh, kind: 'profile' } as const;

  test('has nothing that the person could correct', () => {
    expect(outcome(profile, 'request-changes', asking(profile))).toBe('NOTHING_TO_CORRECT');
    expect(outcome(profile, 'resubmit', asking(profile))).toBe('SIGN_UP_DECIDED');
    expect(outcome({ ...rejectedLongAgo, kind: 'profile' }, 'appeal', asking(rejectedLongAgo))).toBe('NO_APPEAL');
  });

  test.each(['approve', 'reject', 'park'] as const)('is decided on like an account: %s', (act) => {
    expect(outcome(profile, act, asking(profile))).toBe(
      { approve: 'approved', reject: 'rejected', park: 'parked' }[act],
    );
  });
});

describe('claims', () => {
  test('hold until their time is over, and not a moment longer', () => {
    expect(claimantOf(claimed(other, now + 1), now)).toBe(other);
    expect(claimantOf(claimed(other, now), now)).toBeNull();
  });

  test('can be taken over where that is asked for', () => {
    const held = claimed(other, now + 1);
    expect(claimingRefusal(held, { accountId: me, now, takesOver: true })).toBeNull();
    expect(claimingRefusal(held, { accountId: me, now, takesOver: false })).toEqual({
      code: 'CASE_CLAIMED',
      by: other,
    });
  });

  test('keep others from reopening', () => {
    const held = { ...rejectedLongAgo, claimedBy: other, claimedUntil: now + 1 };
    expect(outcome(held, 'reopen', asking(held))).toBe('CASE_CLAIMED other');
  });

  test.each([
    ['approving', approved],
    ['asking for changes', sentBack],
    ['approving for the first time', firstApproved],
  ] as const)('end with %s', (_, decide) => {
    expect(decide(claimed(me, now + 1), by(me, now))).toMatchObject({ claimedBy: null, claimedUntil: null });
  });
});

describe('time', () => {
  test('a decision has effect after ten seconds, and is undone until then', () => {
    const one = become(fresh, approved(fresh, by(me, now)));
    expect(one).toMatchObject({ effectiveAt: now + 10_000, dueAt: now + 10_000, decidedAt: now, since: now });
    const undoing = (at: number) => undoingRefusal(one, { accountId: me, version: one.version, now: at });
    expect(isPending(one, now + 9_999)).toBe(true);
    expect(undoing(now + 9_999)).toBeNull();
    expect(isPending(one, now + 10_000)).toBe(false);
    expect(undoing(now + 10_000)).toEqual({ code: 'TOO_LATE_TO_UNDO' });
  });

  test('nobody undoes what somebody else has decided', () => {
    const one = situations['approved by somebody else just now'];
    expect(undoingRefusal(one, { accountId: me, now })).toEqual({ code: 'OTHERS_DECISION' });
    expect(undoingRefusal(one, { accountId: me, now: now + 10_000 })).toEqual({ code: 'TOO_LATE_TO_UNDO' });
  });

  test('a rule has effect at once, and nobody undoes it', () => {
    const one = become(fresh, decidedByRule(fresh, { decision: 'reject', rule: '@example.org', retentionMs: 5, now }));
    expect(one).toMatchObject({ state: 'rejected', effectiveAt: now, dueAt: null, decidedBy: null, purgeAt: now + 5 });
    expect(undoingRefusal(one, { accountId: me, now })).toEqual({ code: 'TOO_LATE_TO_UNDO' });
  });

  test('what was rejected is kept for as long as the policy says from when it has effect', () => {
    expect(rejected(fresh, by(me, now), retention).purgeAt).toBe(now + 10_000 + retention);
  });

  test('from being sent to being decided', () => {
    expect(approved(fresh, by(me, now)).waited).toBe(now - sentAt);
    const appealing = { ...fresh, ...appealed('Please', now - 700) };
    expect(rejected(appealing, by(me, now), retention).waited).toBe(700);
  });

  test.each([
    ['now', now, 'NOT_IN_FUTURE'],
    ['a moment ago', now - 1, 'NOT_IN_FUTURE'],
    ['in a moment', now + 1, undefined],
    ['in a year', now + 366 * day, undefined],
    ['later than that', now + 366 * day + 1, 'NOT_IN_FUTURE'],
  ] as const)('parking until %s', (_, until, code) => {
    expect(parkingRefusal(until, now)?.code).toBe(code);
  });

  test('what was parked comes back to its old place, where it was an appeal too', () => {
    const one = { ...situations['parked by somebody else'], ...unparked(now) };
    expect(one).toMatchObject({ state: 'waiting', since: sentAt, parkedUntil: null, dueAt: null, decidedBy: null });
    const appealing = situations.appealed;
    const put = become(appealing, parked(appealing, by(other, now), now + 1));
    expect({ ...put, ...unparked(now + 1) }).toMatchObject({
      state: 'waiting',
      isAppeal: true,
      since: appealing.since,
    });
  });
});

describe('undoing gives everything back', () => {
  const reversible = [
    ['approving', approved(claimed(me, now + 5), by(me, now)), claimed(me, now + 5)],
    ['rejecting', rejected(fresh, by(me, now), retention), fresh],
    ['rejecting an appeal', rejected(situations.appealed, by(me, now), retention), situations.appealed],
    ['asking for changes', sentBack(fresh, by(me, now)), fresh],
    ['parking', parked(fresh, by(me, now), now + day), fresh],
    [
      'approving what was parked',
      approved(situations['parked by somebody else'], by(me, now)),
      situations['parked by somebody else'],
    ],
    ['rejecting what was sent back', rejected(sentBackLongAgo, by(me, now), retention), sentBackLongAgo],
    [
      'the second approval',
      approved(situations['waits, approved once by somebody else'], by(me, now)),
      situations['waits, approved once by somebody else'],
    ],
  ] as const;

  test.each(reversible)('%s', (_, changes, before) => {
    const done = become(before, changes);
    const back = become(done, undone(done, now + 1));
    // That the office has touched it last is all that is left of it.
    const effectiveAt = before.state === 'waiting' ? now + 1 : before.effectiveAt;
    expect(back).toEqual({ ...before, version: before.version + 2, effectiveAt, undo: null });
  });
});

describe('reopening', () => {
  test('lets what was decided wait anew, and leaves nothing of the decision', () => {
    expect(reopened(rejectedLongAgo, now)).toMatchObject({
      ...{ state: 'waiting', since: now, decidedBy: null, decidedAt: null, waited: null },
      ...{ purgeAt: null, dueAt: null, undo: null, internalReason: '', decisionReason: '' },
    });
  });

  test('gives what was put off its old place back', () => {
    expect(reopened(situations['parked by somebody else'], now).since).toBe(sentAt);
  });

  test('is no second appeal: there is only one', () => {
    const again = situations['rejected, appealed, rejected again'];
    expect({ ...again, ...reopened(again, now) }.hasAppealed).toBe(true);
  });
});

describe('what a moderator who looks at a case is told', () => {
  test.each([
    ['nothing', fresh, {}, null],
    ['that it is their own', { ...fresh, accountId: me }, {}, 'OWN_CASE'],
    ['that it is in the trash', { ...fresh, isInTrash: true }, {}, 'IN_TRASH'],
    ['that the account may do more', fresh, { isBeyondRights: true }, 'BEYOND_OWN_RIGHTS'],
    ['that somebody else holds it', claimed(other, now + 1), {}, 'CASE_CLAIMED'],
    ['nothing of a claim that lapsed', claimed(other, now), {}, null],
    ['that it needs somebody else', situations['waits, approved once by oneself'], {}, 'SECOND_MODERATOR_NEEDED'],
    ['nothing where they are the second', situations['waits, approved once by somebody else'], {}, null],
  ] as const)('%s', (_, one, changes, expected) => {
    expect(obstacleOf(one, asking(one, changes), twoModerators)).toBe(expected);
  });
});
