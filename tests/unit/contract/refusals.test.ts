import { expect, test } from 'vitest';
import type { Actor } from '../../../src-main/context';
import { audienceRefusal, stateRefusal } from '../../../src-main/refusals';
import { noRights, rightsOf } from '../../../src-main/rights';
import { procedures } from '../../../src-shared/contract';
import type { Procedure } from '../../../src-shared/contract/define';

const person = { publicId: 'p', email: 'a@b.example', givenName: 'A', familyName: 'B' };
const holder: Actor = { accountId: 1, loginId: 1, delegate: null, ...person, isStaff: false, rights: noRights };
const superuser: Actor = { ...holder, isStaff: true, rights: rightsOf(true, []) };
const delegate: Actor = {
  ...holder,
  loginId: 2,
  delegate: {
    id: 1,
    publicId: 'd',
    permissions: new Set(['profiles.edit', 'activity.view', 'authorized-users.manage']),
  },
};

function named(name: string): Procedure {
  const procedure = procedures.get(name);
  if (!procedure) throw new Error(`There is no ${name}.`);
  return procedure;
}

const forHoldersThemselves = [...procedures].filter(([, { audience }]) => audience.kind === 'holder themself');

test.each(forHoldersThemselves)('%s is for whom the account belongs to, and for nobody else', (_, procedure) => {
  expect(audienceRefusal(procedure, holder)).toBe(null);
  // Whoever works for the office has an account of their own too.
  expect(audienceRefusal(procedure, superuser)).toBe(null);
  expect(audienceRefusal(procedure, delegate)).toBe('NOT_ALLOWED');
  expect(audienceRefusal(procedure, null)).toBe('NOT_SIGNED_IN');
});

test.each([
  ['signUp.mine', 'awaiting-approval', null],
  ['signUp.mine', 'full', 'NOT_ALLOWED'],
  ['signUp.mine', 'must-change-password', 'MUST_CHANGE_PASSWORD'],
  ['signUp.mine', 'locked', 'SESSION_LOCKED'],
  ['signUp.mine', 'signed-out', 'NOT_SIGNED_IN'],
  ['signUp.mine', 'store-locked', 'STORE_LOCKED'],
  ['signUp.mine', 'no-office', 'NO_OFFICE'],
  ['messages.unread', 'awaiting-approval', 'AWAITING_APPROVAL'],
  ['messages.unread', 'full', null],
  ['moderation.queue', 'awaiting-approval', 'AWAITING_APPROVAL'],
  ['registration.register', 'signed-out', null],
  ['registration.register', 'awaiting-approval', 'ALREADY_SIGNED_IN'],
  ['registration.register', 'full', 'ALREADY_SIGNED_IN'],
  ['registration.register', 'store-locked', 'STORE_LOCKED'],
] as const)('%s in the state %s: %s', (name, state, refusal) => {
  expect(stateRefusal(named(name), state)).toBe(refusal);
});
