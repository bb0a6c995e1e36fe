import { useState } from 'react';
import { RecoverPasswordScreen } from '../recovery/RecoverPasswordScreen';
import { SignInScreen } from './SignInScreen';

export function SignedOutScreen() {
  const [isRecovering, setIsRecovering] = useState(false);
  return isRecovering ? (
    <RecoverPasswordScreen onLeave={() => setIsRecovering(false)} />
  ) : (
    <SignInScreen onForgotten={() => setIsRecovering(true)} />
  );
}
