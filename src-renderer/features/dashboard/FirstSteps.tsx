import { Button, Paper, Stack } from '@mui/material';
import { Link } from 'react-router';
import { useMay } from '../../app/permissions';
import { EmptyState } from '../../components/EmptyState';

/** In place of the figures, while nobody but whoever set the office up has an account. */
export function FirstSteps() {
  const mayAdd = useMay('accounts.manage');
  const mayDecideTypes = useMay('profile-types.manage');
  return (
    <Paper variant="outlined">
      <EmptyState
        title="There are no accounts to look after yet"
        action={
          <Stack direction="row" sx={{ gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>
            {mayDecideTypes && (
              <Button component={Link} to="/profile-types/new" variant="outlined" color="inherit">
                Add profile type
              </Button>
            )}
            {mayAdd && (
              <Button component={Link} to="/users/new" variant="contained">
                Add User
              </Button>
            )}
          </Stack>
        }
      >
        First decide which types of profiles there are, such as Seller and Buyer, then add the people. Their numbers
        will be shown here.
      </EmptyState>
    </Paper>
  );
}
