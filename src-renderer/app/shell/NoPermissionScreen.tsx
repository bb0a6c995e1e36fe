import { Button } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';

interface NoPermissionScreenProps {
  readonly label: string;
  /** Who can be asked for it. */
  readonly whoDecides?: string;
}

export function NoPermissionScreen({ label, whoDecides = 'a superuser' }: NoPermissionScreenProps) {
  return (
    <Page title={label}>
      <EmptyState
        title="You do not have the permission for this"
        action={
          <Button component={Link} to="/" variant="outlined" color="inherit">
            Go to the start page
          </Button>
        }
      >
        Ask {whoDecides} if you should have it.
      </EmptyState>
    </Page>
  );
}
