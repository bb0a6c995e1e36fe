import { expect, test } from 'vitest';
import { Arrivals } from '../../../src-renderer/features/sign-up/arrivals';
import {
  correctionOf,
  correctionSchema,
  isSameSubmission,
  typedCorrection,
} from '../../../src-renderer/features/sign-up/correction-form';
import { meaningOf, titleOf } from '../../../src-renderer/features/sign-up/sign-up-words';
import { type MySignUp, signUpStates } from '../../../src-shared/contract/sign-up';

const tierId = 't'.repeat(22);

const signUp: MySignUp = {
  version: 900,
  state: 'waiting',
  submittedAt: 0,
  message: null,
  mayCorrect: true,
  mayAppeal: false,
  submission: {
    email: 'kim@example.org',
    givenName: 'Kim',
    familyName: 'Larsen',
    phone: '',
    message: 'Please.',
    type: {
      id: 's'.repeat(22),
      name: 'Seller',
      color: 'green',
      fields: [{ id: tierId, label: 'Tier', kind: 'choice', isRequired: false, choices: ['Gold'] }],
    },
    values: { [tierId]: 'Bronze' },
  },
};

test('what was sent comes back as it was, with a choice that is no longer offered', () => {
  const typed = typedCorrection(signUp);
  expect(typed).toEqual({ givenName: 'Kim', familyName: 'Larsen', phone: '', message: 'Please.', [tierId]: 'Bronze' });
  const judged = correctionSchema(signUp).parse(typed);
  expect(correctionOf(judged, signUp.submission.type?.fields ?? [])).toEqual({
    givenName: 'Kim',
    familyName: 'Larsen',
    phone: '',
    message: 'Please.',
    values: { [tierId]: 'Bronze' },
  });
});

test('a sign-up without a profile has no values', () => {
  const without = { ...signUp, submission: { ...signUp.submission, type: null, values: {} } };
  const judged = correctionSchema(without).parse(typedCorrection(without));
  expect(correctionOf(judged, []).values).toEqual({});
});

test('the states of a sign-up are counted as they come in, whatever the main side calls them', () => {
  const arrivals = new Arrivals();
  const [first, again, later] = [signUp, { ...signUp }, { ...signUp, version: 7 }].map((one) => arrivals.note(one));
  expect(again?.version).toBe(first?.version);
  expect(later?.version).toBe((first?.version ?? 0) + 1);
  expect(later?.sentVersion).toBe(7);
  // What a form has begun from is sent by the name that the main side has for it.
  expect(arrivals.sentVersionOf(first?.version ?? 0)).toBe(900);
  // A form that comes back goes on from where it was.
  const anew = new Arrivals(later);
  expect(anew.note({ ...signUp, version: 7 }).version).toBe(later?.version);
  expect(anew.note(signUp).version).toBe((later?.version ?? 0) + 1);
  expect(new Arrivals().note(signUp).version).toBe(1);
});

test('what the office says is no change of what was sent', () => {
  expect(isSameSubmission(signUp, { ...signUp, version: 1, state: 'changes-requested' })).toBe(true);
  const corrected = { ...signUp, submission: { ...signUp.submission, phone: '1' } };
  expect(isSameSubmission(signUp, corrected)).toBe(false);
});

test('every state is told in words of its own', () => {
  expect(new Set(signUpStates.map((state) => titleOf(state, 'Northgate'))).size).toBe(signUpStates.length);
  const rejected = { ...signUp, state: 'rejected', mayCorrect: false } as const;
  expect(meaningOf({ ...rejected, mayAppeal: true }, 'Northgate')).toContain('ask once');
  expect(meaningOf(rejected, 'Northgate')).toContain('it stays');
});
