import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { NameValueList } from '../../../components/NameValueList';
import { Panel } from '../../../components/Panel';
import { formatDateAndTime } from '../../../components/times';
import { useNow } from '../../../components/useNow';

interface WayInPanelProps {
  readonly person: AuthorizedUser;
  /** Buttons: what can be done with the way in. */
  readonly acts: ReactNode;
  /** Beside a lock, for whoever may lift it. */
  readonly liftLock?: ReactNode;
}

/** What is known of how somebody signs in; never the password itself, and nothing of what they do elsewhere by it. */
export function WayInPanel({ person, acts, liftLock }: WayInPanelProps) {
  const { login, lastSignInAt, loginState } = person;
  const now = useNow();
  const isOn = login !== null && loginState === 'enabled';
  const isLocked = isOn && login.lockedUntil !== null && login.lockedUntil > now;
  if (!isOn && !acts) return null;
  return (
    <Panel
      title={isOn ? 'Way in' : 'A login that exists'}
      description={isOn ? undefined : 'Somebody who can sign in already, for another account, needs no second login.'}
    >
      {isOn && (
        <NameValueList
          items={[
            ...(login.isOfOffice && login.username !== null ? [{ name: 'Sign-in name', value: login.username }] : []),
            { name: 'Last sign-in', value: lastSignInAt === null ? 'Never' : formatDateAndTime(lastSignInAt) },
            ...(login.passwordSetAt === null ? [] : ofPassword(login, login.passwordSetAt, now)),
            ...(login.username === null
              ? []
              : [
                  {
                    name: 'Locked',
                    value:
                      isLocked && login.lockedUntil !== null ? (
                        <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
                          Until {formatDateAndTime(login.lockedUntil)}, after failed tries to sign in
                          {liftLock}
                        </Stack>
                      ) : (
                        'No'
                      ),
                  },
                ]),
          ]}
        />
      )}
      {acts && (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mt: isOn ? 2 : 0 }}>
          {acts}
        </Stack>
      )}
    </Panel>
  );
}

function ofPassword(
  { mustChangePassword, passwordExpiresAt }: NonNullable<AuthorizedUser['login']>,
  setAt: number,
  now: number,
) {
  const expiry = passwordExpiresAt !== null && {
    name: passwordExpiresAt > now ? 'Valid until' : 'Expired',
    value: formatDateAndTime(passwordExpiresAt),
  };
  return [
    { name: 'Password set', value: formatDateAndTime(setAt) },
    { name: 'Must be changed', value: mustChangePassword ? 'Yes, at the next sign-in' : 'No' },
    ...(expiry ? [expiry] : []),
  ];
}
