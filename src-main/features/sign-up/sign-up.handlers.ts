import type { HandlersOf } from '../../handlers';
import type { SignUpService } from './sign-up.service';

export function signUpHandlers(signUp: SignUpService): HandlersOf<'signUp'> {
  return {
    mine: (context) => signUp.mine(context),
    resubmit: (context, input) => signUp.resubmit(context, input),
    appeal: (context, input) => signUp.appeal(context, input),
  };
}
