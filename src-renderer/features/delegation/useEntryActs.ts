import { useState } from 'react';
import { isDeclined } from '../../api/failures';
import { confirm } from '../../components/confirm';
import { showToast } from '../../components/toasts';
import { type Entry, type EntryActs, type EntryWords, withMoved } from './entries';

export interface EntryActsState<E extends Entry> {
  readonly failure: unknown;
  /** Whether it could be moved. */
  readonly move: (entry: E, by: -1 | 1) => Promise<boolean>;
  readonly setArchived: (entry: E, isArchived: boolean) => Promise<void>;
  readonly remove: (entry: E) => Promise<void>;
}

/** What can be done with the entries of a list beside changing their words. */
export function useEntryActs<E extends Entry>(
  entries: readonly E[],
  words: EntryWords<E>,
  acts: EntryActs<E>,
): EntryActsState<E> {
  const [failure, setFailure] = useState<unknown>(null);
  const { one, nameOf, countOf, whenArchived } = words;

  async function run(act: () => Promise<void>): Promise<boolean> {
    setFailure(null);
    try {
      await act();
      return true;
    } catch (reason) {
      if (!isDeclined(reason)) setFailure(reason);
      return false;
    }
  }

  async function setArchived(entry: E, isArchived: boolean): Promise<void> {
    await run(async () => {
      const changed = await acts.setArchived(entry, isArchived);
      showToast(isArchived ? `${nameOf(entry)} is archived.` : `${nameOf(entry)} is in use again.`, {
        undo: async () => {
          await acts.setArchived(changed, !isArchived);
        },
      });
    });
  }

  async function remove(entry: E): Promise<void> {
    const name = nameOf(entry);
    if (entry.useCount > 0) {
      const archives = await confirm({
        title: `${name} cannot be deleted`,
        text: entry.isArchived
          ? `In use by ${countOf(entry)}. Only a ${one} that nobody has can be deleted. It is archived already, so nobody new gets it.`
          : `In use by ${countOf(entry)}. Only a ${one} that nobody has can be deleted. Archive it instead: ${whenArchived}`,
        action: entry.isArchived ? 'Leave it archived' : 'Archive',
      });
      if (archives && !entry.isArchived) await setArchived(entry, true);
      return;
    }
    const isConfirmed = await confirm({
      title: `Delete the ${one} ${name}?`,
      text: 'It cannot be brought back. What was done with it stays in the activity.',
      action: 'Delete',
      isDangerous: true,
    });
    if (!isConfirmed) return;
    await run(async () => {
      await acts.remove(entry);
      showToast(`The ${one} ${name} was deleted.`);
    });
  }

  return {
    failure,
    setArchived,
    remove,
    move: async (entry, by) => {
      const ids = withMoved(entries, entry.id, by);
      if (!ids) return false;
      return run(async () => {
        await acts.order(ids);
      });
    },
  };
}
