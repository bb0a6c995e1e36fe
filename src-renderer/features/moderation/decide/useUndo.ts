import { useCallback, useRef } from 'react';
import type { CaseRow } from '../../../../src-shared/contract/moderation';
import { api } from '../../../api/call';
import { failureSentence } from '../../../api/failures';
import { fullName } from '../../../components/people';
import { dismissToast, showFailureToast, showToast } from '../../../components/toasts';

/** No decision can be undone for longer, in milliseconds, however far the clocks of the two sides are apart. */
const longestUndo = 10_000;

interface Decided {
  readonly row: CaseRow;
  readonly until: number;
  readonly toast: number;
}

export interface Undoing {
  /** Tells what was done, with the way to undo it as long as there is one. */
  readonly remember: (row: CaseRow, undoableUntil: number | null, sentence: string) => void;
  /** Undoes what was decided last, and what was decided before it when asked again. */
  readonly undoLast: () => void;
}

/** The last decisions of this window. `onUndone` is told which case is to be looked at again. */
export function useUndo(onUndone: (id: string) => void): Undoing {
  const decisions = useRef<readonly Decided[]>([]);

  const undo = useCallback(
    async ({ row, toast }: Decided) => {
      decisions.current = decisions.current.filter((other) => other.toast !== toast);
      dismissToast(toast);
      try {
        await api.moderation.undo({ id: row.id, version: row.version });
        showToast(`Undone: ${fullName(row)} is as before.`);
        onUndone(row.id);
      } catch (failure) {
        showFailureToast(failureSentence(failure));
      }
    },
    [onUndone],
  );

  const remember = useCallback<Undoing['remember']>(
    (row, undoableUntil, sentence) => {
      // One is enough to be seen: whoever decides quickly would have the corner full of them.
      const [before] = decisions.current;
      if (before) dismissToast(before.toast);
      const undoableFor = Math.min(longestUndo, (undoableUntil ?? 0) - Date.now());
      if (undoableFor <= 0) {
        showToast(sentence);
        return;
      }
      const toast = showToast(sentence, {
        undoableFor,
        undo: async () => {
          const decided = decisions.current.find((one) => one.toast === toast);
          if (decided) await undo(decided);
        },
      });
      decisions.current = [{ row, until: Date.now() + undoableFor, toast }, ...decisions.current];
    },
    [undo],
  );

  const undoLast = useCallback(() => {
    decisions.current = decisions.current.filter(({ until }) => until > Date.now());
    const [last] = decisions.current;
    if (last) void undo(last);
    else showToast('There is nothing left to undo. What has taken effect can be reopened.');
  }, [undo]);

  return { remember, undoLast };
}
