import { type ActivityAct, activityPhrases } from '../../../src-shared/activity';
import type { MyActivityEntry } from '../../../src-shared/contract/my-account';
import { actorWithoutName, type Sentence } from '../activity/sentences';

/** Where there is one account that everything is about, nobody says which. */
const phrasesOfOneAccount: Readonly<Partial<Record<ActivityAct, string>>> = {
  'account.added': 'added the account',
  'account.changed': 'changed the account',
  'account.activated': 'activated the account',
  'account.deactivated': 'deactivated the account',
  'account.one-time-password-given': 'gave the account a one-time password',
  'account.password-set': 'set the password of the account',
  'account.lock-lifted': 'lifted the lock of the account',
  'account.deleted': 'put the account into the trash',
  'account.restored': 'restored the account from the trash',
  'sign-up.added': 'asked for approval of the account',
  'sign-up.approved': 'approved the sign-up',
  'sign-up.rejected': 'rejected the sign-up',
  'sign-up.changes-requested': 'asked for changes of the sign-up',
  'sign-up.reopened': 'reopened the sign-up',
};

const phrasesToYou: Readonly<Partial<Record<ActivityAct, string>>> = {
  'password.changed': 'changed your password',
};

/** "The office changed an authorized user: Ben Kim", in its parts, to somebody who looks at their own account. */
export function ownSentenceOf({ act, actor, subject }: MyActivityEntry): Omit<Sentence, 'onBehalfOf'> {
  const toYou = actor.isSelf ? phrasesToYou[act] : undefined;
  return {
    actor: actor.isSelf ? 'You' : actorName(actor, act, subject),
    phrase: toYou ?? phrasesOfOneAccount[act] ?? activityPhrases[act],
    subject: (act.startsWith('authorized-user.') && subject) || null,
  };
}

function actorName({ kind, name }: MyActivityEntry['actor'], act: ActivityAct, subject: string): string {
  switch (kind) {
    case 'office':
      return 'The office';
    case 'nobody':
      // Whoever registers is not signed in yet, and yet known.
      return act === 'sign-up.registered' ? subject || 'The account holder' : actorWithoutName({ act });
    case 'holder':
      return name || 'The account holder';
    case 'authorized-user':
      // Who may not see the others does not learn their names, and whoever was deleted for good has none.
      return name || 'An authorized user';
  }
}
