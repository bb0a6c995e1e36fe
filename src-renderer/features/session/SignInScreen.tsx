import { Alert, Box, Link, Typography } from '@mui/material';
import { contract } from '../../../src-shared/contract';
import { errorMessages } from '../../../src-shared/errors';
import { api } from '../../api/call';
import { useRead } from '../../api/use-read';
import { showSession, useSession } from '../../app/session/session';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormPassword } from '../../components/form/FormPassword';
import { FormText } from '../../components/form/FormText';
import { useContractForm } from '../../components/form/useContractForm';
import { PlainScreen } from '../../components/PlainScreen';
import { suggestSignInName, useSignInName } from './sign-in-name';
import { useWait } from './useWait';
import { WaitNotice } from './WaitNotice';

const sentences = {
  'set-up': 'Somebody has just set up this office at another window.',
  end: 'You were signed out by somebody else or elsewhere: your account was changed, your password was changed at another window, or this window was out of reach for a while.',
} as const;

interface SignInScreenProps {
  readonly onForgotten: () => void;
  readonly onRegister: () => void;
}

export function SignInScreen({ onForgotten, onRegister }: SignInScreenProps) {
  const officeName = useSession((state) => state.view?.officeName);
  const notice = useNotice();
  const suggestedName = useSignInName((state) => state.name);
  const form = useContractForm(contract.session.signIn.input, { signInName: suggestedName, password: '' });
  const wait = useWait();
  const isRegistrationOpen = useRead('registration.offer', {}).data?.isOpen === true;

  const signIn = form.save(async (values) => {
    if (wait.seconds > 0) return;
    try {
      const view = await api.session.signIn(values);
      suggestSignInName('');
      showSession(view);
    } catch (failure) {
      form.resetField('password');
      form.setFocus('password');
      if (wait.heed(failure)) return;
      throw failure;
    }
  });

  return (
    <PlainScreen title="Sign in" officeName={officeName}>
      {notice && (
        <Alert severity="info" role="status" sx={{ mb: 2 }}>
          {notice}
        </Alert>
      )}
      <WaitNotice seconds={wait.seconds} />
      {wait.seconds === 0 && <FailureNotice failure={form.failure} />}
      <Box component="form" noValidate onSubmit={signIn}>
        <FormText
          control={form.control}
          name="signInName"
          label="E-mail or username"
          autoComplete="username"
          autoFocus={suggestedName === ''}
          inputProps={{ autoCapitalize: 'none' }}
        />
        <FormPassword
          control={form.control}
          name="password"
          label="Password"
          autoComplete="current-password"
          autoFocus={suggestedName !== ''}
        />
        <ActionButton
          type="submit"
          variant="contained"
          fullWidth
          isRunning={form.formState.isSubmitting}
          aria-disabled={wait.seconds > 0 || undefined}
        >
          Sign in
        </ActionButton>
      </Box>
      {isRegistrationOpen && (
        <Typography sx={{ mt: 3 }}>
          No account yet?{' '}
          <Link
            component="button"
            type="button"
            variant="body1"
            underline="always"
            onClick={onRegister}
            sx={{ verticalAlign: 'baseline' }}
          >
            Create an account
          </Link>
        </Typography>
      )}
      <Box sx={{ mt: isRegistrationOpen ? 1.5 : 3 }}>
        <Link component="button" type="button" variant="body2" onClick={onForgotten}>
          Forgotten superuser password?
        </Link>
      </Box>
    </PlainScreen>
  );
}

/** Why nobody is signed in, where the person may wonder. */
function useNotice(): string | null {
  const ended = useSession((state) => state.view?.ended ?? null);
  const doneElsewhere = useSession((state) => state.doneElsewhere);
  if (ended !== null) return errorMessages[ended];
  return doneElsewhere && sentences[doneElsewhere];
}
