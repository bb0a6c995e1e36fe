import { useParams } from 'react-router';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { isWrongAddress } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { MissingRecord } from '../../../components/MissingRecord';
import { Page } from '../../../components/Page';
import { ReadState } from '../../../components/ReadState';
import { useWayBack } from '../../../components/useWayBack';
import { PersonRecord } from '../record/PersonRecord';
import { useActs } from '../useActs';
import { ownListPath, useOwnSide } from './useOwnSide';

const list = { to: ownListPath, label: 'Authorized Users' };

/** Somebody who may act for the account that the session is for. */
export function OwnAuthorizedUserRecord() {
  const { id = '' } = useParams();
  const back = useWayBack(list);
  const read = useRead('myAuthorizedUsers.get', { id });
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
  const back = useWayBack(list);
  const side = useOwnSide();
  const acts = useActs<AuthorizedUser>(side);
  const choices = useRead('myAuthorizedUsers.choices', {});
  return (
    <ReadState read={choices}>
      {(offered) => (
        <PersonRecord
          person={person}
          choices={offered}
          side={side}
          acts={acts}
          back={back}
          failure={failure}
          isPasswordHere={person.login?.isOfOffice === false}
        />
      )}
    </ReadState>
  );
}
