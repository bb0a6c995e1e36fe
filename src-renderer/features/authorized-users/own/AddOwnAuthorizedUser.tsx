import { api } from '../../../api/call';
import { useRead } from '../../../api/use-read';
import { useMayForAccount } from '../../../app/permissions';
import { NoPermissionScreen } from '../../../app/shell/NoPermissionScreen';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';
import { useWayBack } from '../../../components/useWayBack';
import { AddForm } from '../form/AddForm';
import { ownListPath } from './useOwnSide';

const title = 'Add Authorized User';

/** Somebody new who may act for the account that the session is for. */
export function AddOwnAuthorizedUser() {
  return useMayForAccount('authorized-users.manage') ? <AddScreen /> : <NoPermissionScreen label={title} />;
}

function AddScreen() {
  const back = useWayBack({ to: ownListPath, label: 'Authorized Users' });
  const choices = useRead('myAuthorizedUsers.choices', {});
  return (
    <Page title={title} width="form" back={back}>
      <ReadState read={choices}>
        {(offered) => (
          <AddForm
            draftKey="my-account/authorized-users/new"
            choices={offered}
            create={(details) => api.myAuthorizedUsers.create(details)}
            back={back}
          />
        )}
      </ReadState>
    </Page>
  );
}
