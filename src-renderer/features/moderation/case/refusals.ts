import type { ErrorCode } from '../../../../src-shared/errors';
import { CallFailure } from '../../../api/failures';

/** What is about the case as it has become, and not about what was typed. */
const aboutTheCase: readonly ErrorCode[] = [
  'NOT_FOUND',
  'STALE_VERSION',
  'CASE_DECIDED',
  'CASE_RESUBMITTED',
  'CASE_CLAIMED',
  'CASE_OPEN',
  'OWN_CASE',
  'BEYOND_OWN_RIGHTS',
  'IN_TRASH',
  'SECOND_MODERATOR_NEEDED',
  'NOTHING_TO_CORRECT',
];

export function isAboutTheCase(failure: unknown): failure is CallFailure {
  return failure instanceof CallFailure && aboutTheCase.includes(failure.error.code);
}

/** The sentence for a refusal, as it fits where the case is shown anew right below it. */
export function refusalSentence({ error: { code, message } }: CallFailure): string {
  if (code === 'STALE_VERSION') {
    return 'A colleague has changed this case meanwhile, and nothing was decided. It is shown as it is now; nothing that you typed is lost.';
  }
  if (code === 'CASE_RESUBMITTED') {
    return 'The person has sent something new meanwhile, and nothing was decided. It is shown as it is now; nothing that you typed is lost.';
  }
  return message;
}
