import { Alert, Box, Button } from '@mui/material';
import { Link } from 'react-router';
import { failureSentence } from '../../api/failures';
import { useMay } from '../permissions';
import { useSession } from '../session/session';

/** A thing that stays true on every screen until somebody does something about it. */
export function NoticeBar() {
  const wasOpenedByRecoveryCode = useSession((state) => state.view?.wasOpenedByRecoveryCode ?? false);
  const maySetPassphrase = useMay('store.manage');
  const failure = useSession((state) => state.failure);
  return (
    <Box sx={{ gridArea: 'notice' }}>
      {Boolean(failure) && (
        <Alert severity="error" square>
          {failureSentence(failure)}
        </Alert>
      )}
      {wasOpenedByRecoveryCode && (
        <Alert
          severity="warning"
          square
          action={
            maySetPassphrase && (
              <Button component={Link} to="/settings" color="inherit" size="small">
                Settings
              </Button>
            )
          }
        >
          {maySetPassphrase
            ? 'The store was opened with the recovery code. Set a new passphrase, so that it can be opened without the code.'
            : 'The store was opened with the recovery code. Ask a superuser to set a new passphrase.'}
        </Alert>
      )}
    </Box>
  );
}
