import type { ActivityAct } from '../../../src-shared/activity';
import type { MyActivityEntry } from '../../../src-shared/contract/my-account';
import type { Actor } from '../../context';
import { mayDoForAccount } from '../../rights';
import type { Entry } from '../activity/activity.service';

/** What of an account is its people's business; notes, groups and rights are the office's. */
const accountFields = new Set(['email', 'givenName', 'familyName', 'phone', 'isActive']);

const authorizedUserFields = new Set([
  'givenName',
  'familyName',
  'email',
  'phone',
  'role',
  'category',
  'login',
  'username',
  'recoveryEmail',
  'permissions',
]);

/**
 * Acts whose words would tell what is not for everybody: that the holder works for the office, or that somebody acts
 * for other accounts too.
 */
const plainWords: ReadonlyMap<ActivityAct, ActivityAct> = new Map([
  ['staff.added', 'account.added'],
  ['staff.changed', 'account.changed'],
  ['staff.deactivated', 'account.deactivated'],
  ['staff.activated', 'account.activated'],
  ['staff.one-time-password-given', 'account.one-time-password-given'],
  ['password.recovered', 'account.password-set'],
  ['session.account-switched', 'session.signed-in'],
]);

/**
 * What the office does among itself with a sign-up: who looks into it, and what it may still take back. What comes of it
 * the person is told in words of their own.
 */
export const actsOfOffice: readonly ActivityAct[] = [
  'sign-up.claimed',
  'sign-up.released',
  'sign-up.approved-first',
  'sign-up.approved',
  'sign-up.rejected',
  'sign-up.changes-requested',
  'sign-up.parked',
  'sign-up.reopened',
  'sign-up.undone',
  'sign-up.noted',
];

/** An entry about the account as far as the person who asks may see it. */
export function ownEntry(entry: Entry, asker: Actor): MyActivityEntry {
  const { number, at, act } = entry;
  return {
    number,
    at,
    act: plainWords.get(act) ?? act,
    actor: actorOfEntry(entry, asker),
    subject: subjectOfEntry(entry, asker),
    changes: changesOf(entry, asker).map(({ field, before, after }) => ({ field, before, after })),
  };
}

function actorOfEntry({ actor, actorName }: Entry, asker: Actor): MyActivityEntry['actor'] {
  const { accountId, authorizedUserId } = actor;
  if (accountId === null) return { kind: 'nobody', name: '', isSelf: false };
  if (accountId !== asker.accountId) return { kind: 'office', name: '', isSelf: false };
  if (authorizedUserId === null) return { kind: 'holder', name: actorName, isSelf: asker.delegate === null };
  const name = mayKnow(asker, authorizedUserId) ? actorName : '';
  return { kind: 'authorized-user', name, isSelf: authorizedUserId === asker.delegate?.id };
}

function subjectOfEntry({ subject }: Entry, asker: Actor): string {
  return subject.kind !== 'authorized-user' || mayKnow(asker, subject.id) ? subject.label : '';
}

/** Everybody may know themselves; who else acts for the account only whoever may see them. */
function mayKnow(asker: Actor, authorizedUserId: number): boolean {
  return authorizedUserId === asker.delegate?.id || mayDoForAccount(asker, 'authorized-users.view');
}

function changesOf({ act, subject, changes }: Entry, asker: Actor): Entry['changes'] {
  if (act.startsWith('profile.')) return mayDoForAccount(asker, 'profiles.view') ? changes : [];
  if (subject.kind === 'account') return changes.filter(({ field }) => accountFields.has(field));
  if (subject.kind !== 'authorized-user' || !mayDoForAccount(asker, 'authorized-users.view')) return [];
  return changes.filter(({ field }) => authorizedUserFields.has(field));
}
