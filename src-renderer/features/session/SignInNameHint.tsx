import { useSession } from '../../app/session/session';

/**
 * Tells a password manager whose password is meant. Who acts for another account may sign in by a name that this
 * window does not know: their password is not to be kept under a wrong one.
 */
export function SignInNameHint() {
  const view = useSession((state) => state.view);
  if (!view?.user || view.account?.isOwn === false) return null;
  return <input type="text" name="username" autoComplete="username" value={view.user.email} readOnly hidden />;
}
