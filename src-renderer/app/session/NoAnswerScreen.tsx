import { FailureNotice } from '../../components/FailureNotice';
import { PlainScreen } from '../../components/PlainScreen';
import { refreshSession } from './session';

export function NoAnswerScreen({ failure }: { readonly failure: unknown }) {
  return (
    <PlainScreen title="Steward cannot be shown">
      <FailureNotice failure={failure} onRetry={() => void refreshSession()} />
    </PlainScreen>
  );
}
