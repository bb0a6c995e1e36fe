import { Navigate } from 'react-router';
import { ownPath } from '../area';
import { useSession } from '../session/session';
import { StartScreen } from './StartScreen';

/** Staff begin in the back office, everybody else at the account they come for. */
export function FirstScreen() {
  const isStaff = useSession(({ view }) => view?.user?.isStaff === true);
  return isStaff ? <StartScreen /> : <Navigate to={ownPath} replace />;
}
