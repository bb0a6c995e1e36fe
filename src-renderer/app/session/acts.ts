import { api } from '../../api/call';
import { failureSentence } from '../../api/failures';
import { mayLeave } from '../../components/form/unsaved';
import { showFailureToast } from '../../components/toasts';
import { leave, showSession } from './session';

/** Locks the window: what was typed is there again after unlocking. */
export function lock(): void {
  void leave('lock');
}

/** Signs out, by which what was typed and not saved is lost. */
export async function signOut(): Promise<void> {
  if (await mayLeave()) await leave('signOut');
}

/** Goes over to another account, as somebody else who has just signed in: nothing of the one before is kept. */
export async function goOverTo(id: string): Promise<void> {
  if (!(await mayLeave())) return;
  try {
    showSession(await api.session.switchAccount({ id }));
  } catch (failure) {
    showFailureToast(failureSentence(failure));
  }
}
