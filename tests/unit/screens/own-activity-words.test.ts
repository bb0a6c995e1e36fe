import { expect, test } from 'vitest';
import { ownSentenceOf } from '../../../src-renderer/features/my-account/own-sentences';
import type { MyActivityEntry } from '../../../src-shared/contract/my-account';

const holder = { kind: 'holder', name: 'Anna Berg', isSelf: false } as const;
const delegate = { kind: 'authorized-user', name: 'Dana Cruz', isSelf: false } as const;
const office = { kind: 'office', name: '', isSelf: false } as const;
const nobody = { kind: 'nobody', name: '', isSelf: false } as const;

function read(act: MyActivityEntry['act'], actor: MyActivityEntry['actor'], subject = ''): string {
  const sentence = ownSentenceOf({ number: 1, at: 0, act, actor, subject, changes: [] });
  return [`${sentence.actor} ${sentence.phrase}`, ...(sentence.subject === null ? [] : [sentence.subject])].join(': ');
}

test('who looks at their own account is spoken to', () => {
  expect(read('session.signed-in', { ...holder, isSelf: true }, 'Anna Berg')).toBe('You signed in');
  expect(read('password.changed', { ...delegate, isSelf: true }, 'Dana Cruz')).toBe('You changed your password');
  expect(read('password.changed', delegate, 'Dana Cruz')).toBe('Dana Cruz changed their password');
});

test('the one account that everything is about is not named', () => {
  expect(read('account.changed', office, 'Anna Berg')).toBe('The office changed the account');
  expect(read('profile.changed', delegate, 'Anna Berg')).toBe('Dana Cruz changed a profile');
});

test('authorized users are', () => {
  expect(read('authorized-user.added', holder, 'Dana Cruz')).toBe('Anna Berg added an authorized user: Dana Cruz');
  expect(read('authorized-user.purged', nobody)).toBe('Steward deleted an authorized user for good');
});

test('whoever may not see the authorized users does not learn their names', () => {
  expect(read('profile.changed', { ...delegate, name: '' })).toBe('An authorized user changed a profile');
  expect(read('authorized-user.added', holder)).toBe('Anna Berg added an authorized user');
});

test('who has registered is the account holder, and whoever let them in is the office or a rule of it', () => {
  expect(read('sign-up.registered', nobody, 'Anna Berg')).toBe('Anna Berg registered');
  expect(read('sign-up.approved', office, 'Anna Berg')).toBe('The office approved the sign-up');
  expect(read('sign-up.approved', nobody, 'Anna Berg')).toBe('Steward approved the sign-up');
});
