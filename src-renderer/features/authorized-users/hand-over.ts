import type { AuthorizedUser } from '../../../src-shared/contract/authorized-users';
import { useSession } from '../../app/session/session';
import { showGivenPassword } from '../staff/one-time-password';

/** Shows this once what somebody signs in with, to be handed over. */
export function handOver(person: AuthorizedUser, oneTimePassword: string): void {
  const giverId = useSession.getState().view?.user?.id;
  const { login } = person;
  if (giverId === undefined || !login?.username) return;
  const { username: signInName, passwordExpiresAt: expiresAt } = login;
  showGivenPassword({ person, signInName, oneTimePassword, expiresAt }, giverId);
}
