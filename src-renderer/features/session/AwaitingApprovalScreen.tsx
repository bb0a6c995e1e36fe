import { Typography } from '@mui/material';
import { useSession } from '../../app/session/session';
import { PlainScreen } from '../../components/PlainScreen';
import { SignOutButton } from './SignOutButton';

export function AwaitingApprovalScreen() {
  const view = useSession((state) => state.view);
  const account = view?.account;
  const isOwn = account?.isOwn !== false;
  return (
    <PlainScreen
      title={isOwn ? 'Your account is waiting for approval' : 'The account is waiting for approval'}
      officeName={view?.officeName}
    >
      <Typography sx={{ mb: 3 }}>
        You are signed in as {view?.user?.email}.{' '}
        {isOwn
          ? 'The office has to approve your account before you can use it.'
          : `The office has to approve the account of ${account.holderName} before you can act for it.`}{' '}
        Nothing more is needed from you now.
      </Typography>
      <SignOutButton />
    </PlainScreen>
  );
}
