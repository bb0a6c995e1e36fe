import { useState } from 'react';
import type { StaffMember } from '../../../src-shared/contract/staff';
import { api } from '../../api/call';
import { isDeclined } from '../../api/failures';
import { useSession } from '../../app/session/session';
import { confirm } from '../../components/confirm';
import { fullName } from '../../components/people';
import { showToast } from '../../components/toasts';
import { showGivenPassword } from './one-time-password';

export interface StaffActsState {
  readonly running: 'status' | 'password' | null;
  readonly failure: unknown;
  readonly deactivate: () => void;
  readonly activate: () => void;
  readonly givePassword: () => void;
}

/** What can be done with a staff account beside changing its fields. */
export function useStaffActs(member: StaffMember): StaffActsState {
  const [running, setRunning] = useState<StaffActsState['running']>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const ownId = useSession((state) => state.view?.user?.id);
  const { id, version } = member;
  const name = fullName(member);

  async function run(act: 'status' | 'password', work: () => Promise<void>): Promise<void> {
    setRunning(act);
    setFailure(null);
    try {
      await work();
    } catch (reason) {
      if (!isDeclined(reason)) setFailure(reason);
    } finally {
      setRunning(null);
    }
  }

  async function deactivate(): Promise<void> {
    const isConfirmed = await confirm({
      title: `Deactivate ${name}?`,
      text: `${name} is signed out and cannot sign in again until somebody activates the account. Nothing is deleted.`,
      action: 'Deactivate',
      isDangerous: true,
    });
    if (!isConfirmed) return;
    await run('status', async () => {
      const deactivated = await api.staff.deactivate({ id, version });
      showToast(`${name} is deactivated.`, { undo: () => activate(deactivated.version) });
    });
  }

  async function activate(from: number): Promise<void> {
    await api.staff.activate({ id, version: from });
    showToast(`${name} is active again.`);
  }

  async function givePassword(): Promise<void> {
    const isConfirmed = await confirm({
      title: `Give ${name} a one-time password?`,
      text: `The password they have now stops working and they are signed out. The new one is shown to you once; ${name} chooses their own with it.`,
      action: 'Give a one-time password',
      isDangerous: true,
    });
    if (!isConfirmed || ownId === undefined) return;
    await run('password', async () => {
      const { member: person, ...given } = await api.staff.giveOneTimePassword({ id, version });
      showGivenPassword({ person, signInName: person.email, ...given }, ownId);
    });
  }

  return {
    running,
    failure,
    deactivate: () => void deactivate(),
    activate: () => void run('status', () => activate(version)),
    givePassword: () => void givePassword(),
  };
}
