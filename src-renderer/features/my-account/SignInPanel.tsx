import { Button } from '@mui/material';
import { useSession } from '../../app/session/session';
import { openOwnPasswordDialog } from '../../app/shell/own-password';
import { Panel } from '../../components/Panel';
import { fullName } from '../../components/people';

/** The person's own way in, which is theirs alone also where the account is somebody else's. */
export function SignInPanel() {
  const view = useSession((state) => state.view);
  const account = view?.account;
  return (
    <Panel
      title="Your password"
      description={
        account?.isOwn === false
          ? `You sign in as ${view?.user ? fullName(view.user) : ''}, with a password of your own. It is not the password of ${account.holderName}.`
          : 'Choose a new one whenever you think that somebody else may know it.'
      }
    >
      <Button variant="outlined" color="inherit" onClick={openOwnPasswordDialog}>
        Change password
      </Button>
    </Panel>
  );
}
