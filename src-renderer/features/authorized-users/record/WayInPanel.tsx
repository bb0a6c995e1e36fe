import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { Panel } from '../../../components/Panel';
import { WayInFacts } from '../../../components/WayInFacts';

interface WayInPanelProps {
  readonly person: AuthorizedUser;
  /** Buttons: what can be done with the way in. */
  readonly acts: ReactNode;
  /** Beside a lock, for whoever may lift it. */
  readonly liftLock?: ReactNode;
}

/** How somebody signs in, and what can be done about it. */
export function WayInPanel({ person, acts, liftLock }: WayInPanelProps) {
  const { login, lastSignInAt, loginState } = person;
  const isOn = login !== null && loginState === 'enabled';
  if (!isOn && !acts) return null;
  // The name of a login of their own stands in the form.
  const signInName = login?.isOfOffice ? login.username : null;
  return (
    <Panel
      title={isOn ? 'Way in' : 'A login that exists'}
      description={isOn ? undefined : 'Somebody who can sign in already, for another account, needs no second login.'}
    >
      {isOn && <WayInFacts signInName={signInName} lastSignInAt={lastSignInAt} login={login} liftLock={liftLock} />}
      {acts && (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: isOn ? 2 : 0 }}>
          {acts}
        </Stack>
      )}
    </Panel>
  );
}
