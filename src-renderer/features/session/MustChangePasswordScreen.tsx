import { Box } from '@mui/material';
import { useSession } from '../../app/session/session';
import { PlainScreen } from '../../components/PlainScreen';
import { ChangePasswordForm } from './ChangePasswordForm';
import { SignOutButton } from './SignOutButton';

export function MustChangePasswordScreen() {
  const view = useSession((state) => state.view);
  return (
    <PlainScreen
      title="Choose a password of your own"
      officeName={view?.officeName}
      width={480}
      description={`You are signed in as ${view?.user?.email ?? ''} with a password that somebody else has set. Choose one that only you know, then go on.`}
    >
      <ChangePasswordForm currentLabel="The password you were given" />
      <Box sx={{ mt: 1.5 }}>
        <SignOutButton />
      </Box>
    </PlainScreen>
  );
}
