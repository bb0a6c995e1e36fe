import { FailureNotice } from '../../components/FailureNotice';
import { PlainScreen } from '../../components/PlainScreen';
import { refreshSession, useSession } from './session';

const titles = {
  lock: 'Steward could not lock this window',
  signOut: 'Steward could not sign you out',
} as const;

/** In place of everything else, while the main side does not say what may be shown. */
export function NoAnswerScreen({ failure }: { readonly failure: unknown }) {
  const owed = useSession((state) => state.owed);
  return (
    <PlainScreen title={owed === null ? 'Steward cannot be shown' : titles[owed]}>
      <FailureNotice failure={failure} onRetry={() => void refreshSession()} />
    </PlainScreen>
  );
}
