import type { SessionView } from '../../../src-shared/contract/session';
import type { Context } from '../../context';
import type { HandlersOf } from '../../handlers';
import type { SessionService } from './session.service';
import type { SwitchingService } from './switching.service';

/** @param view what the window is shown of itself, whatever the state of the application */
export function sessionHandlers(
  session: SessionService,
  switching: SwitchingService,
  view: (context: Context) => Promise<SessionView>,
): HandlersOf<'session'> {
  return {
    state: view,
    async signIn(context, { signInName, password }) {
      await session.signIn(context, signInName, password);
      return view(context);
    },
    async signOut(context) {
      await session.signOut(context);
      return view(context);
    },
    // The dispatcher has noted the touch already, as with every procedure that writes.
    touch: () => ({}),
    lock(context) {
      session.lock(context);
      return view(context);
    },
    async unlock(context, { password }) {
      await session.unlock(context, password);
      return view(context);
    },
    async reauthenticate(context, { password }) {
      await session.reauthenticate(context, password);
      return {};
    },
    accounts: (context) => switching.accounts(context),
    async switchAccount(context, { id }) {
      await switching.switchAccount(context, id);
      return view(context);
    },
    async changeOwnPassword(context, { currentPassword, newPassword }) {
      await session.changeOwnPassword(context, currentPassword, newPassword);
      return view(context);
    },
  };
}
