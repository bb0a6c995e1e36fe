import { Button, Link } from '@mui/material';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { api } from '../../../api/call';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { ActionButton } from '../../../components/ActionButton';
import { MissingRecord } from '../../../components/MissingRecord';
import { OnBehalfDialog } from '../../../components/on-behalf/OnBehalfDialog';
import { useOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { Page } from '../../../components/Page';
import { fullName } from '../../../components/people';
import { ReadState } from '../../../components/ReadState';
import { showToast } from '../../../components/toasts';
import { useWayBack } from '../../../components/useWayBack';
import { PersonRecord } from '../record/PersonRecord';
import { useActs } from '../useActs';
import { LinkDialog } from './LinkDialog';
import { officeListPath, useOfficeSide } from './useOfficeSide';

const list = { to: officeListPath, label: 'Authorized users' };

/** Somebody who may act for an account, as the office sees them. */
export function AuthorizedUserRecord() {
  const { id = '' } = useParams();
  const back = useWayBack(list);
  const read = useRead('authorizedUsers.get', { id });
  if (read.data) return <LoadedPerson key={id} person={read.data} failure={read.error} />;
  if (isWrongAddress(read.error)) return <MissingRecord title="Authorized user" list={list} />;
  return (
    <Page title="Authorized user" width="form" back={back}>
      <ReadState read={read}>{() => null}</ReadState>
    </Page>
  );
}

interface LoadedPersonProps {
  readonly person: AuthorizedUser;
  readonly failure: unknown;
}

function LoadedPerson({ person, failure }: LoadedPersonProps) {
  const { account, login } = person;
  const back = useWayBack(list);
  const onBehalf = useOnBehalf(`authorized-users/${person.id}`);
  const side = useOfficeSide(onBehalf.ask);
  const acts = useActs<AuthorizedUser>(side);
  const choices = useRead('delegation.choices', {});
  const [isLinking, setIsLinking] = useState(false);

  function liftLock(): void {
    void acts.run('lift-lock', async () => {
      await api.authorizedUsers.liftLock({ id: person.id });
      showToast(`${fullName(person)} can sign in again at once.`);
    });
  }

  return (
    <>
      <ReadState read={choices}>
        {(offered) => (
          <PersonRecord
            person={person}
            choices={offered}
            side={side}
            acts={acts}
            back={back}
            failure={failure}
            isPasswordHere={login !== null && !isOfAccount(login)}
            actsFor={
              <>
                For{' '}
                <Link component={RouterLink} to={`/users/${account.id}`} underline="always">
                  {account.name}
                </Link>
              </>
            }
            furtherActs={
              <Button variant="outlined" color="inherit" onClick={() => setIsLinking(true)}>
                Link to a login that exists
              </Button>
            }
            liftLock={
              side.mayManage &&
              person.mayChange && (
                <ActionButton
                  variant="outlined"
                  color="inherit"
                  size="small"
                  isRunning={acts.running === 'lift-lock'}
                  onClick={liftLock}
                >
                  Lift lock
                </ActionButton>
              )
            }
          />
        )}
      </ReadState>
      {isLinking && <LinkDialog person={person} side={side} onClose={() => setIsLinking(false)} />}
      <OnBehalfDialog onBehalf={onBehalf} />
    </>
  );
}

/** A username never has an @, and an account's e-mail always has. */
function isOfAccount({ username }: NonNullable<AuthorizedUser['login']>): boolean {
  return username?.includes('@') === true;
}
