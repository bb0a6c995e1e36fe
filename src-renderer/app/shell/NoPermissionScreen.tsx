import { Button } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';

export function NoPermissionScreen({ label }: { readonly label: string }) {
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
        Ask a superuser if you should have it.
      </EmptyState>
    </Page>
  );
}
