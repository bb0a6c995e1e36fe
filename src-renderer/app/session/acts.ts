import { mayLeave } from '../../components/form/unsaved';
import { leave } from './session';

/** Locks the window: what was typed is there again after unlocking. */
export function lock(): void {
  void leave('lock');
}

/** Signs out, by which what was typed and not saved is lost. */
export async function signOut(): Promise<void> {
  if (await mayLeave()) await leave('signOut');
}
