import { expect, test } from 'vitest';
import { fieldLabel, valueWords } from '../../../src-renderer/features/activity/field-words';
import { tellPerson } from '../../../src-renderer/features/activity/people';
import { procedureWords } from '../../../src-renderer/features/activity/procedure-words';
import { sentenceOf } from '../../../src-renderer/features/activity/sentences';
import type { ActivityEntry } from '../../../src-shared/contract/activity';

const anna = { id: 'a'.repeat(22), name: 'Anna Berg', email: 'anna@example.org', actsFor: null };
const ben = { id: 'b'.repeat(22), name: 'Ben Kim', email: 'ben@example.org', actsFor: null };

function entry(changed: Partial<ActivityEntry>): ActivityEntry {
  return {
    number: 1,
    at: 0,
    act: 'staff.added',
    actor: anna,
    subject: { kind: 'account', label: 'Ben Kim', person: ben },
    onBehalfOf: null,
    reason: null,
    identityVerifiedBy: null,
    changes: [],
    ...changed,
  };
}

function read(changed: Partial<ActivityEntry>): string {
  const { actor, phrase, subject } = sentenceOf(entry(changed));
  return subject === null ? `${actor} ${phrase}` : `${actor} ${phrase}: ${subject}`;
}

test('an entry reads as a sentence', () => {
  expect(read({})).toBe('Anna Berg added a staff account: Ben Kim');
});

test('who signs in is not named twice', () => {
  const subject = { kind: 'account', label: 'Anna Berg', person: anna } as const;
  expect(read({ act: 'session.signed-in', subject })).toBe('Anna Berg signed in');
  expect(read({ act: 'staff.changed', subject })).toBe('Anna Berg changed a staff account: Anna Berg');
});

test('what nobody signed in has done is said so', () => {
  expect(read({ act: 'password.recovered', actor: null })).toBe(
    'Somebody not signed in set a new superuser password with the recovery code: Ben Kim',
  );
});

test('a subject that was deleted for good has no name left', () => {
  const subject = { kind: 'account', label: '', person: null } as const;
  expect(read({ subject })).toBe('Anna Berg added a staff account: a deleted account');
});

test('recorded values are told in words', () => {
  expect(valueWords('permissions', ['staff.view', 'of.tomorrow'])).toEqual(['View staff', 'of.tomorrow']);
  expect(valueWords('isActive', false)).toEqual(['No']);
  expect(valueWords('idleLockMinutes', 15)).toEqual(['15 minutes']);
  expect(valueWords('phone', '')).toEqual([]);
  expect(valueWords('phone', null)).toEqual([]);
  expect(fieldLabel('givenName')).toBe('Given name');
  expect(fieldLabel('someLaterField')).toBe('Some later field');
});

test('what moderation records is told in words', () => {
  expect(valueWords('whoWaits', 'let-in')).toEqual(['Let in']);
  expect(valueWords('templateFor', 'request-changes')).toEqual(['Asking for changes']);
  expect(valueWords('ruleDecision', 'reject')).toEqual(['Is rejected']);
  expect(valueWords('reminderDays', 3)).toEqual(['3 days']);
  expect(valueWords('rules', ['example.org', '*.spam.example'])).toEqual(['example.org', '*.spam.example']);
  // What a person has typed is never taken for one of those.
  expect(valueWords('note', 'reject')).toEqual(['reject']);
  expect(fieldLabel('typesWithSecondModerator')).toBe('Need a second moderator');
});

test('a refused call is told in words, and one that only another version knows by its name', () => {
  expect(procedureWords('staff.create')).toBe('add a staff account');
  expect(procedureWords('moderation.claim')).toBe('take a sign-up on');
  expect(procedureWords('constructor')).toBe('constructor');
});

test('what Steward does by itself is not laid on somebody who was not signed in', () => {
  const subject = { kind: 'account', label: '', person: null } as const;
  expect(read({ act: 'account.purged', actor: null, subject })).toBe(
    'Steward deleted an account for good: a deleted account',
  );
});

test.each([
  ['sign-up.approved', 'Steward approved a sign-up: Ben Kim'],
  ['sign-up.rejected', 'Steward rejected a sign-up: Ben Kim'],
  ['sign-up.removed', 'Steward deleted a rejected sign-up: Ben Kim'],
] as const)('%s without anybody is what a rule or the time has done', (act, sentence) => {
  expect(read({ act, actor: null })).toBe(sentence);
});

test('what goes on for somebody who no longer may is stopped by nobody', () => {
  const subject = { kind: 'office', label: 'Northgate Office', person: null } as const;
  expect(read({ act: 'moderation.bulk-cancelled', actor: null, subject })).toBe(
    'Steward stopped deciding on many sign-ups',
  );
});

test('who registers does it themself, though nobody was signed in', () => {
  expect(read({ act: 'sign-up.registered', actor: null })).toBe('Ben Kim registered');
  const subject = { kind: 'account', label: '', person: null } as const;
  expect(read({ act: 'sign-up.registered', actor: null, subject })).toBe('A deleted account registered');
});

test('who asks to be let in is not named twice, and who decides on it is told with whom it is about', () => {
  expect(read({ act: 'sign-up.resubmitted', actor: ben })).toBe('Ben Kim sent a corrected sign-up');
  expect(read({ act: 'sign-up.appealed', actor: ben })).toBe('Ben Kim appealed against a rejection');
  expect(read({ act: 'sign-up.approved' })).toBe('Anna Berg approved a sign-up: Ben Kim');
  expect(read({ act: 'sign-up.added' })).toBe('Anna Berg asked for approval of an account: Ben Kim');
});

test('who acts for somebody else is told with whose account it is', () => {
  const dana = {
    id: 'd'.repeat(22),
    name: 'Dana Cruz',
    email: 'dana@example.org',
    actsFor: { id: anna.id, name: anna.name },
  };
  expect(tellPerson(dana)).toBe('Dana Cruz, dana@example.org, acts for Anna Berg');
  expect(tellPerson(anna)).toBe('Anna Berg, anna@example.org');
  const subject = { kind: 'authorized-user', label: dana.name, person: dana } as const;
  expect(read({ act: 'session.signed-in', actor: dana, subject })).toBe('Dana Cruz signed in');
});

test('an authorized user who was deleted for good has no name left', () => {
  const subject = { kind: 'authorized-user', label: '', person: null } as const;
  expect(read({ act: 'authorized-user.purged', actor: null, subject })).toBe(
    'Steward deleted an authorized user for good: a deleted authorized user',
  );
});
