import { setTimeout as wait } from 'node:timers/promises';
import type { Desk } from './desk';

/** So many wait for approval, so that a decision on all of them takes longer than a kill is away. */
const waiting = 150;

/** Lets people wait for a moderator. */
export async function addWaiting(desk: Desk, people = waiting): Promise<void> {
  for (let number = 1; number <= people; number += 1) {
    await desk.ask('accounts.create', {
      ...{ givenName: 'Person', familyName: `Number ${number}`, email: `person-${number}@newcomers.example` },
      ...{ phone: '', notes: '', password: 'first lantern given by hand', isActive: true },
      ...{ isStaff: false, isSuperuser: false, groups: [], permissions: [], needsApproval: true },
    });
  }
}

/**
 * Decides on one after the other and on all of them at once, and undoes it, until the host is gone. `onDecided` hears of
 * each single decision that was confirmed: the case and its version. Rejects with what ended it.
 */
export async function decideUntilKilled(desk: Desk, onDecided: (id: string, version: number) => void): Promise<never> {
  for (;;) {
    await decideOnOne(desk, onDecided);
    await decideOnAll(desk);
    await wait(1);
  }
}

async function decideOnOne(desk: Desk, onDecided: (id: string, version: number) => void): Promise<void> {
  const { rows } = await desk.ask('moderation.queue', { tab: 'waiting' });
  const [first] = rows;
  if (!first) return;
  const { id, version } = first;
  const words = { internalReason: '', templateId: null, message: '' };
  // A decision on all may have come to it a moment before, or come to it a moment later.
  const decided = await desk.askOr(['CASE_DECIDED', 'STALE_VERSION'], 'moderation.approve', { id, version, ...words });
  if (!decided) return;
  onDecided(id, decided.case.version);
  const undone = await desk.askOr(['STALE_VERSION'], 'moderation.undo', { id, version: decided.case.version });
  if (undone) onDecided(id, undone.version);
}

async function decideOnAll(desk: Desk): Promise<void> {
  const { rows } = await desk.ask('moderation.bulkJobs', {});
  const [newest] = rows;
  if (newest?.state === 'running' || newest?.state === 'undoing') return;
  if (newest?.state === 'done') {
    await desk.ask('moderation.undoBulk', { id: newest.id });
    return;
  }
  await desk.ask('moderation.startBulk', {
    ...{ decision: 'reject', choice: { filter: { tab: 'waiting' } }, templateId: null, internalReason: 'A flood.' },
    message: 'Dear {given name}, we are sorry.',
  });
}
