import { Stack } from '@mui/material';
import type { Account } from '../../../../../src-shared/contract/accounts';
import { ActionButton } from '../../../../components/ActionButton';
import { NameValueList } from '../../../../components/NameValueList';
import { Panel } from '../../../../components/Panel';
import { formatDateAndTime } from '../../../../components/times';
import { useNow } from '../../../../components/useNow';
import type { AccountActs } from '../useAccountActs';

interface WayInPanelProps {
  readonly account: Account;
  readonly acts: AccountActs;
  readonly mayLift: boolean;
}

/** What is known of the way in; never the password itself. */
export function WayInPanel({ account, acts, mayLift }: WayInPanelProps) {
  const { email, lastSignInAt, login } = account;
  const now = useNow();
  const isLocked = login.lockedUntil !== null && login.lockedUntil > now;
  return (
    <Panel title="Way in">
      <NameValueList
        items={[
          { name: 'Sign-in name', value: email },
          { name: 'Last sign-in', value: lastSignInAt === null ? 'Never' : formatDateAndTime(lastSignInAt) },
          { name: 'Password set', value: formatDateAndTime(login.passwordSetAt) },
          { name: 'Must be changed', value: login.mustChangePassword ? 'Yes, at the next sign-in' : 'No' },
          ...(login.passwordExpiresAt === null
            ? []
            : [
                {
                  name: login.passwordExpiresAt > now ? 'Password expires' : 'Password expired',
                  value: formatDateAndTime(login.passwordExpiresAt),
                },
              ]),
          {
            name: 'Locked',
            value:
              isLocked && login.lockedUntil !== null ? (
                <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
                  Until {formatDateAndTime(login.lockedUntil)}, after failed tries to sign in
                  {mayLift && (
                    <ActionButton
                      variant="outlined"
                      color="inherit"
                      size="small"
                      isRunning={acts.running === 'lift-lock'}
                      onClick={() => acts.run('lift-lock')}
                    >
                      Lift lock
                    </ActionButton>
                  )}
                </Stack>
              ) : (
                'No'
              ),
          },
        ]}
      />
    </Panel>
  );
}
