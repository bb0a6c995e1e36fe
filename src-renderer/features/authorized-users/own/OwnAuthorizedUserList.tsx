import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read';
import { Page } from '../../../components/Page';
import { useWayHere } from '../../../components/useWayBack';
import { ListFilters } from '../list/ListFilters';
import { Listing } from '../list/Listing';
import { isToBeCounted } from '../list/summary';
import { useListView } from '../list/useListView';
import { ownHint } from './hint';
import { ownListPath, useOwnSide } from './useOwnSide';

const label = 'Authorized Users';

/** Who may act for the account that the session is for. */
export function OwnAuthorizedUserList() {
  const side = useOwnSide();
  const view = useListView();
  const here = useWayHere(label);
  const choices = useRead('myAuthorizedUsers.choices', {});
  const { filter, order, cursor } = view;
  const read = useRead('myAuthorizedUsers.list', { ...filter, ...order, cursor }, { keepsPrevious: true });
  const counting = useRead('myAuthorizedUsers.total', filter, { isEnabled: isToBeCounted(read) });
  const add = side.mayManage && (
    <Button variant="contained" startIcon={<AddIcon />} component={Link} to={`${ownListPath}/new`} state={here}>
      Add Authorized User
    </Button>
  );

  return (
    <Page title={label} description="Who may act for this account, and what each of them may do." actions={add}>
      <ListFilters view={view} choices={choices.data} />
      <Listing
        view={view}
        side={side}
        read={read}
        total={counting.data?.total}
        label={label}
        hint={ownHint}
        add={add}
      />
    </Page>
  );
}
