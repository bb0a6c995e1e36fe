import { type ActivityAct, activityPhrases } from '../../../src-shared/activity';
import type { ActivityEntry } from '../../../src-shared/contract/activity';

/** The act alone, for a choice of acts: "Added a staff account". */
export function actLabel(act: ActivityAct): string {
  const phrase = activityPhrases[act];
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
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
  return {
    actor: entry.actor?.name ?? actorWithoutName(entry),
    phrase: activityPhrases[entry.act],
    subject: isSaidByPhrase(entry) ? null : entry.subject.label || nameless(entry),
    onBehalfOf: isOnSubjectsBehalf(entry) ? null : (entry.onBehalfOf?.name ?? null),
  };
}

// What Steward does by itself, as when the time of an account in the trash is over.
const actsOfSteward: readonly ActivityAct[] = ['account.purged', 'accounts.seeded', 'authorized-user.purged'];

export function actorWithoutName({ act }: Pick<ActivityEntry, 'act'>): string {
  return actsOfSteward.includes(act) ? 'Steward' : 'Somebody not signed in';
}

/** What was deleted for good has no name left. */
function nameless({ subject: { kind } }: ActivityEntry): string {
  return kind === 'authorized-user' ? 'a deleted authorized user' : 'a deleted account';
}

/** Of the office there is one, and who signs in or changes their password does it to themselves. */
function isSaidByPhrase({ act, actor, subject }: ActivityEntry): boolean {
  if (subject.kind === 'office') return true;
  const isByThemselves = actor !== null && subject.person?.id === actor.id;
  return isByThemselves && (act.startsWith('session.') || act.startsWith('password.'));
}

/** Whoever is named already is not named twice. */
function isOnSubjectsBehalf({ subject, onBehalfOf }: ActivityEntry): boolean {
  return onBehalfOf !== null && onBehalfOf.id === subject.person?.id;
}
