import { appendEntry, type NewEntry } from '../../../src-main/features/activity/activity.repository';
import { openTestStore, type TestStore } from '../../support/test-store';

export function newEntry(changes: Partial<NewEntry> = {}): NewEntry {
  return {
    at: Date.UTC(2027, 0, 4, 8),
    act: 'staff.changed',
    actorAccountId: 1,
    actorAuthorizedUserId: null,
    actorLoginId: 1,
    subjectKind: 'account',
    subjectId: 2,
    onBehalfOfAccountId: null,
    payload: JSON.stringify({ label: 'Jürgen Müller', changes: [], reason: null }),
    people: [1, 2],
    ...changes,
  };
}

/** A store with that many entries in its activity. */
export async function storeWithEntries(count: number): Promise<TestStore> {
  const opened = await openTestStore();
  await opened.store.write({}, async (tx) => {
    for (let index = 0; index < count; index += 1) await appendEntry(tx.manager, newEntry({ at: index }));
  });
  return opened;
}
