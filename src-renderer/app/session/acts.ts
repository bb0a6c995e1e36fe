import { api } from '../../api/call';
import { failureSentence } from '../../api/failures';
import { showFailureToast } from '../../components/toasts';
import { showSession } from './session';

export async function lockWindow(): Promise<void> {
  try {
    showSession(await api.session.lock());
  } catch (failure) {
    showFailureToast(failureSentence(failure));
  }
}

export async function signOut(): Promise<void> {
  try {
    showSession(await api.session.signOut());
  } catch (failure) {
    showFailureToast(failureSentence(failure));
  }
}
