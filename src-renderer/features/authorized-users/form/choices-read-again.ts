import { hasCode } from '../../../api/failures';
import { queryClient } from '../../../api/query-client';

const readsOfChoices = [
  ['myAuthorizedUsers', 'choices'],
  ['delegation', 'choices'],
] as const;

/** Sends a form. Where it is refused for what the office no longer offers, the form hears what it offers now. */
export async function withChoicesReadAgain<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (refusal) {
    if (hasCode(refusal, 'UNKNOWN_CATEGORY') || hasCode(refusal, 'UNKNOWN_PERMISSION')) {
      for (const queryKey of readsOfChoices) void queryClient.invalidateQueries({ queryKey });
    }
    throw refusal;
  }
}
