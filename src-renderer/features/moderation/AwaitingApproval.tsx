import { Alert, Button } from '@mui/material';
import { Link } from 'react-router';
import { useRead } from '../../api/use-read';
import { useMay } from '../../app/permissions';
import { addressOf } from './queue/queue-view';

/** On the record of an account that awaits approval, with the way to its case for whoever decides on it. */
export function AwaitingApproval({ accountId }: { readonly accountId: string }) {
  const mayDecide = useMay('moderation.decide');
  const { data } = useRead('moderation.caseOf', { accountId }, { isEnabled: mayDecide });
  const caseId = data?.id ?? null;
  return (
    <Alert
      severity="info"
      action={
        caseId !== null && (
          <Button component={Link} to={addressOf(caseId)} color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }}>
            Open the case
          </Button>
        )
      }
    >
      This account awaits approval: a moderator decides on it.
    </Alert>
  );
}
