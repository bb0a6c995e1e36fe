import { Button } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';

export function NotFoundScreen() {
  return (
    <Page title="Not found">
      <EmptyState
        title="There is no screen at this address"
        action={
          <Button component={Link} to="/" variant="outlined" color="inherit">
            Go to the start page
          </Button>
        }
      >
        The address may be mistyped, or from another version of Steward.
      </EmptyState>
    </Page>
  );
}
