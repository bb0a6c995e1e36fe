import { useRead } from '../../../api/use-read';
import { OnBehalfDialog } from '../../../components/on-behalf/OnBehalfDialog';
import { useOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { Page } from '../../../components/Page';
import { ListFilters } from '../list/ListFilters';
import { Listing } from '../list/Listing';
import { isToBeCounted } from '../list/summary';
import { useListView } from '../list/useListView';
import { holderColumn } from './columns';
import { useOfficeSide } from './useOfficeSide';

const label = 'Authorized users';

/** Who may act for any account of the office. */
export function AuthorizedUserList() {
  const onBehalf = useOnBehalf('authorized-users');
  const side = useOfficeSide(onBehalf.ask);
  const view = useListView();
  const choices = useRead('delegation.choices', {});
  const { filter, order, cursor } = view;
  const read = useRead('authorizedUsers.list', { ...filter, ...order, cursor }, { keepsPrevious: true });
  const counting = useRead('authorizedUsers.total', filter, { isEnabled: isToBeCounted(read) });

  return (
    <Page title={label} description="Who may act for the accounts of others, and what each of them may do.">
      <ListFilters view={view} choices={choices.data} />
      <Listing
        view={view}
        side={side}
        read={read}
        total={counting.data?.total}
        label={label}
        furtherColumns={[holderColumn]}
        hint="They are added at the account they act for: open it under Users, and turn to its tab “Authorized users”."
        add={null}
      />
      <OnBehalfDialog onBehalf={onBehalf} />
    </Page>
  );
}
