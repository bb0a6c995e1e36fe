import { Typography } from '@mui/material';
import { useSession } from '../../app/session/session';
import { PlainScreen } from '../../components/PlainScreen';
import { SignOutButton } from './SignOutButton';

export function AwaitingApprovalScreen() {
  const view = useSession((state) => state.view);
  return (
    <PlainScreen title="Your account is waiting for approval" officeName={view?.officeName}>
      <Typography sx={{ mb: 3 }}>
        You are signed in as {view?.user?.email}. The office has to approve your account before you can use it. Nothing
        more is needed from you now.
      </Typography>
      <SignOutButton />
    </PlainScreen>
  );
}
