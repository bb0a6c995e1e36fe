import { useState } from 'react';
import { RecoverPasswordScreen } from '../recovery/RecoverPasswordScreen';
import { RegisterScreen } from '../registration/RegisterScreen';
import { SignInScreen } from './SignInScreen';

export function SignedOutScreen() {
  const [shown, setShown] = useState<'sign-in' | 'recover' | 'register'>('sign-in');
  switch (shown) {
    case 'recover':
      return <RecoverPasswordScreen onLeave={() => setShown('sign-in')} />;
    case 'register':
      return <RegisterScreen onLeave={() => setShown('sign-in')} />;
    case 'sign-in':
      return <SignInScreen onForgotten={() => setShown('recover')} onRegister={() => setShown('register')} />;
  }
}
