import { useSearchParams } from 'react-router';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import { NoPermissionScreen } from '../../../app/shell/NoPermissionScreen';
import { MissingRecord } from '../../../components/MissingRecord';
import { OnBehalfDialog } from '../../../components/on-behalf/OnBehalfDialog';
import { useOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { Page } from '../../../components/Page';
import { fullName } from '../../../components/people';
import { ReadState } from '../../../components/ReadState';
import { useWayBack } from '../../../components/useWayBack';
import { AddForm } from '../form/AddForm';
import { type Holder, useOfficeSide } from './useOfficeSide';

const title = 'Add Authorized User';

/** Somebody new who may act for the account that the address names. */
export function AddAuthorizedUser() {
  return useMay('accounts.manage') ? <AddScreen /> : <NoPermissionScreen label={title} />;
}

function AddScreen() {
  const [params] = useSearchParams();
  const id = params.get('account') ?? '';
  const account = useRead('accounts.get', { id });
  if (account.data) return <AddFor holder={{ id, name: fullName(account.data) }} />;
  if (isWrongAddress(account.error)) return <MissingRecord title={title} list={{ to: '/users', label: 'Users' }} />;
  return (
    <Page title={title} width="form">
      <ReadState read={account}>{() => null}</ReadState>
    </Page>
  );
}

function AddFor({ holder }: { readonly holder: Holder }) {
  const onBehalf = useOnBehalf(`authorized-users/new/${holder.id}`);
  const { createFor } = useOfficeSide(onBehalf.ask);
  const back = useWayBack({ to: `/users/${holder.id}?tab=authorized-users`, label: holder.name });
  const choices = useRead('delegation.choices', {});
  return (
    <Page title={title} description={`For ${holder.name}`} width="form" back={back}>
      <ReadState read={choices}>
        {(offered) => (
          <AddForm
            draftKey={`authorized-users/new/${holder.id}`}
            choices={offered}
            create={(details) => createFor(holder, details)}
            back={back}
          />
        )}
      </ReadState>
      <OnBehalfDialog onBehalf={onBehalf} />
    </Page>
  );
}
