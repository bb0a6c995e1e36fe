import { Button, Typography } from '@mui/material';
import { useSession } from '../../app/session/session';
import { openOwnPasswordDialog } from '../../app/shell/own-password';
import { Panel } from '../../components/Panel';
import { fullName } from '../../components/people';

/** The person's own way in, which is theirs alone also where the account is somebody else's. */
export function SignInPanel() {
  const view = useSession((state) => state.view);
  const account = view?.account;
  const changePassword = (
    <Button variant="outlined" color="inherit" sx={{ flex: 'none' }} onClick={openOwnPasswordDialog}>
      Change password
    </Button>
  );
  return (
    <Panel title="Your password" actions={changePassword}>
      <Typography>
        {account?.isOwn === false
          ? `You sign in as ${view?.user ? fullName(view.user) : ''}, with a password of your own. It is not the password of ${account.holderName}.`
          : 'Choose a new one whenever you think that somebody else may know it.'}
      </Typography>
    </Panel>
  );
}
