import { Avatar, Box, Divider, Stack, Typography } from '@mui/material';
import { contract } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { showSession, useSession } from '../../app/session/session';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormPassword } from '../../components/form/FormPassword';
import { useContractForm } from '../../components/form/useContractForm';
import { PlainScreen } from '../../components/PlainScreen';
import { fullName, initials } from '../../components/people';
import { SignInNameHint } from './SignInNameHint';
import { SignOutButton } from './SignOutButton';
import { usePasswordProof } from './usePasswordProof';
import { WaitNotice } from './WaitNotice';

export function LockScreen() {
  const view = useSession((state) => state.view);
  const form = useContractForm(contract.session.unlock.input, { password: '' });
  const proof = usePasswordProof(form);
  const unlock = proof.save(async (values) => showSession(await api.session.unlock(values)));
  const user = view?.user;

  return (
    <PlainScreen title="Locked" officeName={view?.officeName}>
      {user && (
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, mb: 2.5 }}>
          <Avatar sx={{ width: 36, height: 36, fontSize: '0.875rem', bgcolor: 'secondary.main' }} aria-hidden>
            {initials(user)}
          </Avatar>
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="subtitle1" component="p" noWrap>
              {fullName(user)}
            </Typography>
            <Typography variant="body2" color="textSecondary" noWrap>
              {user.email}
            </Typography>
          </Box>
        </Stack>
      )}
      <WaitNotice seconds={proof.waitSeconds} />
      <FailureNotice failure={form.failure} />
      <Box component="form" noValidate onSubmit={unlock}>
        <SignInNameHint />
        <FormPassword
          control={form.control}
          name="password"
          label="Your password"
          autoComplete="current-password"
          autoFocus
        />
        <ActionButton type="submit" variant="contained" fullWidth isRunning={form.formState.isSubmitting}>
          Unlock
        </ActionButton>
      </Box>
      <Divider sx={{ my: 2 }} />
      <SignOutButton label="Sign in as somebody else" />
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5 }}>
        What was typed and not saved is lost then.
      </Typography>
    </PlainScreen>
  );
}
