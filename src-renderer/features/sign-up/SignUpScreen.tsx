import { Button, Typography } from '@mui/material';
import { useEffect } from 'react';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { hasCode } from '../../api/failures';
import { queryClient } from '../../api/query-client';
import { useRead } from '../../api/use-read';
import { signOut } from '../../app/session/acts';
import { useSession } from '../../app/session/session';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { PlainScreen } from '../../components/PlainScreen';
import { ReadState } from '../../components/ReadState';
import { Appeal } from './AppealForm';
import { OfficeSays } from './OfficeSays';
import { Submission } from './Submission';
import { meaningOf, titleOf } from './sign-up-words';

/** All that somebody sees whose account awaits approval, or who acts for such an account. */
export function SignUpScreen() {
  const isOwn = useSession(({ view }) => view?.account?.isOwn !== false);
  return isOwn ? <OwnSignUp /> : <SignUpOfHolder />;
}

/** A decision can be taken back for a while and is told only then, with nothing happening at that moment. */
const timeBetweenLooks = 10_000;

function OwnSignUp() {
  const view = useSession((state) => state.view);
  useEffect(() => {
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: ['signUp'] }), timeBetweenLooks);
    return () => clearInterval(timer);
  }, []);
  const office = view?.officeName ?? 'The office';
  const read = useRead('signUp.mine', {});
  // Kept waiting, but not by a sign-up.
  const hasNone = hasCode(read.error, 'NOT_FOUND');
  return (
    <PlainScreen
      title={titleOf(read.data?.state ?? 'waiting', office)}
      officeName={view?.officeName}
      width={680}
      description={`You are signed in as ${view?.user?.email ?? ''}.`}
    >
      {hasNone ? (
        <Typography sx={{ mb: 3 }}>{office} has to approve your account before you can use it.</Typography>
      ) : (
        <ReadState read={read}>{(signUp) => <SignUpParts signUp={signUp} office={office} />}</ReadState>
      )}
      <SignOut />
      <ConfirmDialog />
    </PlainScreen>
  );
}

function SignUpParts({ signUp, office }: { readonly signUp: MySignUp; readonly office: string }) {
  return (
    <>
      <Typography role="status" sx={{ mb: 3 }}>
        {meaningOf(signUp, office)}
      </Typography>
      {signUp.message && <OfficeSays office={office} message={signUp.message} />}
      <Appeal signUp={signUp} />
      <Submission signUp={signUp} />
    </>
  );
}

/** Who acts for an account learns no more of its sign-up than that it is not decided. */
function SignUpOfHolder() {
  const view = useSession((state) => state.view);
  return (
    <PlainScreen title="The account is waiting for approval" officeName={view?.officeName}>
      <Typography sx={{ mb: 3 }}>
        You are signed in as {view?.user?.email}. {view?.officeName ?? 'The office'} has to approve the account of{' '}
        {view?.account?.holderName} before you can act for it. Nothing is needed from you.
      </Typography>
      <SignOut />
    </PlainScreen>
  );
}

function SignOut() {
  return (
    <Button variant="outlined" color="inherit" fullWidth onClick={() => void signOut()}>
      Sign out
    </Button>
  );
}
