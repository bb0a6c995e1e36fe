import { useEffect } from 'react';
import type { CaseRow } from '../../../../src-shared/contract/sign-up-cases';
import { api } from '../../../api/call';
import { failureSentence, TransportFailure } from '../../../api/failures';
import { useSession } from '../../../app/session/session';
import { fullName } from '../../../components/people';
import { dismissToast, showFailureToast, showHint, showToast } from '../../../components/toasts';

/** No decision can be undone for longer, in milliseconds, however far the clocks of the two sides are apart. */
const longestUndo = 10_000;

interface Decided {
  readonly row: CaseRow;
  readonly until: number;
  readonly toast: number;
  /** By whom; nobody else is offered to undo it in this window. */
  readonly personId: string | undefined;
}

/** The last decisions of this window, the newest first. They outlive the screen, as long as they can be undone. */
let decisions: readonly Decided[] = [];

/** The screen that shows what was undone, while there is one. */
let onUndone: ((id: string) => void) | null = null;

/** Tells which case is to be looked at again because what was decided on it was undone. */
export function useUndone(listener: (id: string) => void): void {
  useEffect(() => {
    onUndone = listener;
    return () => {
      onUndone = null;
    };
  }, [listener]);
}

/** Tells what was done, with the way to undo it as long as there is one. */
export function remember(row: CaseRow, undoableUntil: number | null, sentence: string): void {
  // One is enough to be seen: whoever decides quickly would have the corner full of them.
  const [before] = decisions;
  if (before) dismissToast(before.toast);
  const undoableFor = Math.min(longestUndo, (undoableUntil ?? 0) - Date.now());
  if (undoableFor <= 0) {
    showToast(sentence);
    return;
  }
  const toast = showToast(sentence, {
    undoableFor,
    undo: async () => {
      const decided = decisions.find((one) => one.toast === toast);
      if (decided) await undo(decided);
    },
  });
  const decided = { row, until: Date.now() + undoableFor, toast, personId: personIdNow() };
  decisions = [decided, ...decisions];
  // It has somebody's name in it.
  setTimeout(() => forget(decided), undoableFor);
}

/** Undoes what was decided last, and what was decided before it when asked again. */
export function undoLast(): void {
  const last = decisions.find(({ personId }) => personId === personIdNow());
  if (last) void undo(last);
  else showHint('There is nothing left to undo. What has taken effect can be reopened.');
}

async function undo(decided: Decided): Promise<void> {
  const { row, toast, until } = decided;
  forget(decided);
  dismissToast(toast);
  try {
    await api.moderation.undo({ id: row.id, version: row.version });
    showToast(`Undone: ${fullName(row)} is as before.`);
    onUndone?.(row.id);
  } catch (failure) {
    // Without an answer it may be tried again as long as there is time.
    if (failure instanceof TransportFailure && Date.now() < until) decisions = [decided, ...decisions];
    showFailureToast(failureSentence(failure));
  }
}

function personIdNow(): string | undefined {
  return useSession.getState().view?.user?.id;
}

function forget(decided: Decided): void {
  decisions = decisions.filter((other) => other !== decided);
}
