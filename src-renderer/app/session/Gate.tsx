import type { ReactNode } from 'react';
import type { SessionView } from '../../../src-shared/contract/session';
import { StoreLockedScreen } from '../../features/opening/StoreLockedScreen';
import { NewRecoveryCodeScreen } from '../../features/recovery/NewRecoveryCodeScreen';
import { useNewRecoveryCode } from '../../features/recovery/new-recovery-code';
import { LockScreen } from '../../features/session/LockScreen';
import { MustChangePasswordScreen } from '../../features/session/MustChangePasswordScreen';
import { SignedOutScreen } from '../../features/session/SignedOutScreen';
import { SetUpScreen } from '../../features/setup/SetUpScreen';
import { SignUpScreen } from '../../features/sign-up/SignUpScreen';
import { Workplace } from '../shell/Workplace';
import { GateFailure } from './GateFailure';
import { NoAnswerScreen } from './NoAnswerScreen';
import { useSession } from './session';
import { usePresence } from './usePresence';
import { WindowUnknownScreen } from './WindowUnknownScreen';

/** Lets through to the one screen that fits the state of the session. */
export function Gate(): ReactNode {
  return (
    <GateFailure>
      <ScreenOfState />
    </GateFailure>
  );
}

function ScreenOfState(): ReactNode {
  const { view, failure, isUnknown } = useSession();
  const { code: newRecoveryCode, personId } = useNewRecoveryCode();
  usePresence(view?.state);

  if (newRecoveryCode && personId === null) return <NewRecoveryCodeScreen {...newRecoveryCode} />;
  if (isUnknown) return <WindowUnknownScreen />;
  if (!view) return failure ? <NoAnswerScreen failure={failure} /> : null;
  return screenFor(view);
}

function screenFor(view: SessionView): ReactNode {
  switch (view.state) {
    case 'no-office':
      return <SetUpScreen />;
    case 'store-locked':
      return <StoreLockedScreen />;
    case 'signed-out':
      return <SignedOutScreen />;
    case 'must-change-password':
      return <MustChangePasswordScreen />;
    case 'locked':
      return <LockScreen />;
    case 'awaiting-approval':
      return <SignUpScreen />;
    case 'full':
      return <Workplace key={view.user?.id} />;
  }
}
