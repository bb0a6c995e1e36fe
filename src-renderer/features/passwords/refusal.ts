import { type ErrorCode, errorMessages, errorText } from '../../../src-shared/errors';
import { api } from '../../api/call';
import { cluesFrom } from './clues';

/** Why the main side would refuse this new password, in a sentence; null if it would not. */
export async function refusalOf(password: string, about: readonly string[]): Promise<string | null> {
  const { refusal } = await api.passwords.assess({ password, about: cluesFrom(about) });
  return refusal && refusalSentence(refusal);
}

/** `minimum` is how many characters the office asks for. */
export function refusalSentence(code: string, minimum = 0): string {
  return errorText(isErrorCode(code) ? code : 'FIELD_INVALID', { minimum }).message;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorMessages, code);
}
