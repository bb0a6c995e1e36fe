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
    actor: entry.actor?.name ?? 'Somebody not signed in',
    phrase: activityPhrases[entry.act],
    subject: isSaidByPhrase(entry) ? null : entry.subject.label || 'somebody deleted for good',
    onBehalfOf: entry.onBehalfOf?.name ?? null,
  };
}

/** Of the office there is one, and who signs in or changes their password does it to themselves. */
function isSaidByPhrase({ act, actor, subject }: ActivityEntry): boolean {
  if (subject.kind === 'office') return true;
  const isByThemselves = actor !== null && subject.person?.id === actor.id;
  return isByThemselves && (act.startsWith('session.') || act.startsWith('password.'));
}
