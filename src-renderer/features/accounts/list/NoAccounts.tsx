import { Button } from '@mui/material';
import { Link } from 'react-router';
import { useMay } from '../../../app/permissions';
import { EmptyState } from '../../../components/EmptyState';
import type { ListView } from './useListView';

/** In place of the rows where nobody fits, or nobody is there yet. */
export function NoAccounts({ view }: { readonly view: ListView }) {
  const mayManage = useMay('accounts.manage');
  const { isFiltered, filter, clear } = view;
  if (filter.status === 'trash' && Object.keys(filter).length === 1) {
    return (
      <EmptyState title="The trash is empty" action={<Button onClick={clear}>Clear filters</Button>}>
        Accounts that are deleted can be restored from here until they are deleted for good.
      </EmptyState>
    );
  }
  if (isFiltered) {
    return (
      <EmptyState title="Nobody found" action={<Button onClick={clear}>Clear filters</Button>}>
        No account fits the search and the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No users yet"
      action={
        mayManage && (
          <Button variant="contained" component={Link} to="/users/new">
            Add User
          </Button>
        )
      }
    >
      Everybody with an account will be listed here.
    </EmptyState>
  );
}
