import type { Account } from '../../../../../src-shared/contract/accounts';
import { ActionButton } from '../../../../components/ActionButton';
import { Panel } from '../../../../components/Panel';
import { WayInFacts } from '../../../../components/WayInFacts';
import type { AccountActs } from '../useAccountActs';

interface WayInPanelProps {
  readonly account: Account;
  readonly acts: AccountActs;
  readonly mayLift: boolean;
}

/** How the account's holder signs in, and whether they can at the moment. */
export function WayInPanel({ account, acts, mayLift }: WayInPanelProps) {
  const { email, lastSignInAt, login } = account;
  const liftLock = mayLift && (
    <ActionButton
      variant="outlined"
      color="inherit"
      size="small"
      isRunning={acts.running === 'lift-lock'}
      onClick={() => acts.run('lift-lock')}
    >
      Lift lock
    </ActionButton>
  );
  return (
    <Panel title="Way in">
      <WayInFacts signInName={email} lastSignInAt={lastSignInAt} login={login} liftLock={liftLock} />
    </Panel>
  );
}
