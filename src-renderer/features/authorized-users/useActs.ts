import { useState } from 'react';
import type { AuthorizedUserRow } from '../../../src-shared/contract/authorized-users';
import { isDeclined } from '../../api/failures';
import { fullName } from '../../components/people';
import { formatDate } from '../../components/times';
import { showToast } from '../../components/toasts';
import type { AuthorizedUserSide } from './side';

export interface Acts<R> {
  readonly running: string | null;
  readonly failure: unknown;
  readonly remove: (person: R) => void;
  readonly restore: (person: R) => void;
  /** Anything else that is done with somebody, under a name of its own. */
  readonly run: (name: string, act: () => Promise<void>) => Promise<void>;
}

/** What can be done with authorized users beside changing what is typed about them; each act says what it did. */
export function useActs<R extends AuthorizedUserRow>(side: Pick<AuthorizedUserSide<R>, 'remove' | 'restore'>): Acts<R> {
  const [running, setRunning] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  async function run(name: string, act: () => Promise<void>): Promise<void> {
    setRunning(name);
    setFailure(null);
    try {
      await act();
    } catch (reason) {
      if (!isDeclined(reason)) setFailure(reason);
    } finally {
      setRunning(null);
    }
  }

  async function restore(person: Parameters<typeof side.restore>[0], name: string): Promise<void> {
    await side.restore(person);
    showToast(`${name} is restored.`);
  }

  return {
    running,
    failure,
    run,
    remove: (person) =>
      void run('delete', async () => {
        const name = fullName(person);
        const { id, version, purgeAt } = await side.remove(person);
        const until = purgeAt === null ? '' : ` until ${formatDate(purgeAt)}`;
        showToast(`${name} is in the trash${until}.`, { undo: () => restore({ id, version }, name) });
      }),
    restore: (person) => void run('restore', () => restore(person, fullName(person))),
  };
}
