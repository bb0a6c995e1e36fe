import AddIcon from '@mui/icons-material/Add';
import { Box, Button } from '@mui/material';
import { Link } from 'react-router';
import type { Account } from '../../../../src-shared/contract/accounts';
import { useRead } from '../../../api/use-read';
import type { AskOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { fullName } from '../../../components/people';
import { useWayHere } from '../../../components/useWayBack';
import { ListFilters } from '../list/ListFilters';
import { Listing } from '../list/Listing';
import { isToBeCounted } from '../list/summary';
import { useListView } from '../list/useListView';
import { officeListPath, useOfficeSide } from './useOfficeSide';

interface AccountAuthorizedUsersProps {
  readonly account: Account;
  /** Whether the account and who acts for it can be changed at this moment. */
  readonly isEditable: boolean;
  readonly ask: AskOnBehalf;
}

/** Who may act for an account, on its record. */
export function AccountAuthorizedUsers({ account, isEditable, ask }: AccountAuthorizedUsersProps) {
  const name = fullName(account);
  const office = useOfficeSide(ask);
  const side = { ...office, mayManage: office.mayManage && isEditable };
  const view = useListView();
  const here = useWayHere(name);
  const choices = useRead('delegation.choices', {});
  const { filter, order, cursor } = view;
  const asked = { accountId: account.id, ...filter };
  const read = useRead('authorizedUsers.list', { ...asked, ...order, cursor }, { keepsPrevious: true });
  const counting = useRead('authorizedUsers.total', asked, { isEnabled: isToBeCounted(read) });
  const isNobodyThere = read.data?.rows.length === 0 && !view.isFiltered;
  const add = side.mayManage && (
    <Button
      variant="contained"
      startIcon={<AddIcon />}
      component={Link}
      to={`${officeListPath}/new?${new URLSearchParams({ account: account.id })}`}
      state={here}
    >
      Add Authorized User
    </Button>
  );

  return (
    <>
      {!isNobodyThere && add && <Box sx={{ mb: 1.5 }}>{add}</Box>}
      <ListFilters view={view} choices={choices.data} />
      <Listing
        view={view}
        side={side}
        read={read}
        total={counting.data?.total}
        label={name}
        hint={`${name} has not authorized anybody to act for this account.`}
        add={add}
      />
    </>
  );
}
