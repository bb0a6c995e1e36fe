import { Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { NameValueList } from './NameValueList';
import { formatDateAndTime } from './times';
import { useNow } from './useNow';

interface WayInFactsProps {
  /** Null where it is not said here. */
  readonly signInName: string | null;
  readonly lastSignInAt: number | null;
  readonly login: {
    readonly mustChangePassword: boolean;
    /** Null where nothing of the password and the lock is for whoever looks. */
    readonly passwordSetAt: number | null;
    readonly passwordExpiresAt: number | null;
    readonly lockedUntil: number | null;
  };
  /** Beside a lock, for whoever may lift it. */
  readonly liftLock: ReactNode;
}

/** What is known of how somebody signs in; never the password itself. */
export function WayInFacts({ signInName, lastSignInAt, login, liftLock }: WayInFactsProps) {
  const now = useNow();
  const { mustChangePassword, passwordSetAt, passwordExpiresAt, lockedUntil } = login;
  const expiry = passwordExpiresAt !== null && {
    name: passwordExpiresAt > now ? 'Password expires' : 'Password expired',
    value: formatDateAndTime(passwordExpiresAt),
  };
  const lock =
    lockedUntil !== null && lockedUntil > now ? (
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        Until {formatDateAndTime(lockedUntil)}, after failed tries to sign in
        {liftLock}
      </Stack>
    ) : (
      'No'
    );
  return (
    <NameValueList
      items={[
        ...(signInName === null ? [] : [{ name: 'Sign-in name', value: signInName }]),
        { name: 'Last sign-in', value: lastSignInAt === null ? 'Never' : formatDateAndTime(lastSignInAt) },
        ...(passwordSetAt === null
          ? []
          : [
              { name: 'Password set', value: formatDateAndTime(passwordSetAt) },
              { name: 'Must be changed', value: mustChangePassword ? 'Yes, at the next sign-in' : 'No' },
              ...(expiry ? [expiry] : []),
              { name: 'Locked', value: lock },
            ]),
      ]}
    />
  );
}
