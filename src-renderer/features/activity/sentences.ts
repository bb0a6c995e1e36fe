import { type ActivityAct, activityPhrases } from '../../../src-shared/activity';
import type { ActivityEntry } from '../../../src-shared/contract/activity';

/** The act alone, for a choice of acts: "Added a staff account". */
export function actLabel(act: ActivityAct): string {
  return capitalized(activityPhrases[act]);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export interface Sentence {
  readonly actor: string;
  readonly phrase: string;
  /** Whom or what it was done to, where the phrase does not say it already. */
  readonly subject: string | null;
  readonly onBehalfOf: string | null;
}

/** "Anna Berg added a staff account: Ben Kim", in its parts. */
export function sentenceOf(entry: ActivityEntry): Sentence {
  const whom = entry.subject.label || nameless(entry);
  return {
    actor: entry.actor?.name ?? (actsOfNewcomers.includes(entry.act) ? capitalized(whom) : actorWithoutName(entry)),
    phrase: activityPhrases[entry.act],
    subject: isSaidByPhrase(entry) ? null : whom,
    onBehalfOf: isOnSubjectsBehalf(entry) ? null : (entry.onBehalfOf?.name ?? null),
  };
}

// What Steward does by itself, as when the time of an account in the trash is over or a rule decides on a sign-up.
const actsOfSteward: readonly ActivityAct[] = [
  'account.purged',
  'accounts.seeded',
  'authorized-user.purged',
  'sign-up.approved',
  'sign-up.rejected',
  'sign-up.removed',
  'moderation.bulk-cancelled',
];

// Nobody can be signed in to an account there was none of: who it is about is who has done it.
const actsOfNewcomers: readonly ActivityAct[] = ['sign-up.registered'];

export function actorWithoutName({ act }: Pick<ActivityEntry, 'act'>): string {
  return actsOfSteward.includes(act) ? 'Steward' : 'Somebody not signed in';
}

/** What was deleted for good has no name left. */
function nameless({ subject: { kind } }: ActivityEntry): string {
  return kind === 'authorized-user' ? 'a deleted authorized user' : 'a deleted account';
}

const actsOnOneself = ['session.', 'password.', 'sign-up.resubmitted', 'sign-up.appealed'];

/** Of the office there is one, and who signs in, changes their password or asks to be let in does it to themselves. */
function isSaidByPhrase({ act, actor, subject }: ActivityEntry): boolean {
  if (subject.kind === 'office' || actsOfNewcomers.includes(act)) return true;
  const isByThemselves = actor !== null && subject.person?.id === actor.id;
  return isByThemselves && actsOnOneself.some((one) => act.startsWith(one));
}

/** Whoever is named already is not named twice. */
function isOnSubjectsBehalf({ subject, onBehalfOf }: ActivityEntry): boolean {
  return onBehalfOf !== null && onBehalfOf.id === subject.person?.id;
}
