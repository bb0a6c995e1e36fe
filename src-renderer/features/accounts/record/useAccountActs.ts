import { useEffect, useRef, useState } from 'react';
import type { Account } from '../../../../src-shared/contract/accounts';
import type { OnBehalf } from '../../../../src-shared/contract/shapes';
import { api } from '../../../api/call';
import { isDeclined } from '../../../api/failures';
import { useSession } from '../../../app/session/session';
import { confirm } from '../../../components/confirm';
import type { AskOnBehalf } from '../../../components/on-behalf/useOnBehalf';
import { fullName } from '../../../components/people';
import { formatDate } from '../../../components/times';
import { showToast } from '../../../components/toasts';
import { showGivenPassword } from '../../staff/one-time-password';
import { activation, deactivation, deletion, oneTimePassword } from './questions';

export type AccountAct = 'activate' | 'deactivate' | 'delete' | 'restore' | 'give-password' | 'lift-lock';

export interface AccountActs {
  readonly running: AccountAct | null;
  readonly failure: unknown;
  readonly run: (act: AccountAct) => void;
}

/** What can be done with an account beside changing its fields; each act says what it did, and how to undo it. */
export function useAccountActs(account: Account, ask: AskOnBehalf): AccountActs {
  const [running, setRunning] = useState<AccountAct | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const trashDays = useSession((state) => state.view?.trashDays ?? 0);
  const giverId = useSession((state) => state.view?.user?.id);
  const { id } = account;
  const name = fullName(account);

  // A question may stay open while others change the record.
  const latest = useRef(account);
  useEffect(() => {
    latest.current = account;
  }, [account]);
  const chosen = () => ({ id, version: latest.current.version });

  const acts: Readonly<Record<AccountAct, () => Promise<void>>> = {
    activate: () =>
      ask({
        ...activation(name),
        perform: async (onBehalf) => {
          const { version } = await api.accounts.activate({ ...chosen(), onBehalf });
          showToast(`${name} is active again.`, {
            undo: async () => {
              await api.accounts.deactivate({ id, version, onBehalf: undone(onBehalf) });
              showToast(`${name} is deactivated again.`);
            },
          });
        },
      }),
    deactivate: () =>
      ask({
        ...deactivation(name),
        perform: async (onBehalf) => {
          const { version } = await api.accounts.deactivate({ ...chosen(), onBehalf });
          showToast(`${name} is deactivated.`, {
            undo: async () => {
              await api.accounts.activate({ id, version, onBehalf: undone(onBehalf) });
              showToast(`${name} is active again.`);
            },
          });
        },
      }),
    delete: () =>
      ask({
        ...deletion(name, trashDays),
        perform: async (onBehalf) => {
          const { version, purgeAt } = await api.accounts.delete({ ...chosen(), onBehalf });
          const until = purgeAt === null ? '' : ` until ${formatDate(purgeAt)}`;
          showToast(`${name} is in the trash${until}.`, {
            undo: async () => {
              await api.accounts.restore({ id, version });
              showToast(`${name} is restored.`);
            },
          });
        },
      }),
    restore: async () => {
      const isConfirmed = await confirm({
        title: `Restore ${name}?`,
        text: 'The account comes back out of the trash with everything it had, as it was when it was deleted.',
        action: 'Restore',
      });
      if (!isConfirmed) return;
      await api.accounts.restore(chosen());
      showToast(`${name} is restored.`);
    },
    'give-password': () =>
      ask({
        ...oneTimePassword(name),
        perform: async (onBehalf) => {
          if (giverId === undefined) return;
          const { account: person, ...given } = await api.accounts.giveOneTimePassword({ ...chosen(), onBehalf });
          showGivenPassword({ person, signInName: person.email, ...given }, giverId);
        },
      }),
    'lift-lock': async () => {
      await api.accounts.liftLock({ id });
      showToast(`${name} can sign in again at once.`);
    },
  };

  async function run(act: AccountAct): Promise<void> {
    setRunning(act);
    setFailure(null);
    try {
      await acts[act]();
    } catch (reason) {
      if (!isDeclined(reason)) setFailure(reason);
    } finally {
      setRunning(null);
    }
  }

  return { running, failure, run: (act) => void run(act) };
}

const longestReason = 500;

/** Why an act is undone at once: the reason that was given for the act itself. */
function undone({ reason }: OnBehalf): OnBehalf {
  return { reason: `Undone: ${reason}`.slice(0, longestReason), identityVerifiedBy: null };
}
