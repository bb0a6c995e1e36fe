import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { CaseRow } from '../../../../src-shared/contract/moderation';
import { readAhead } from '../../../api/use-read';
import type { OnDone } from '../case/useCaseActs';
import { useUndo } from '../decide/useUndo';
import { useKeys } from '../keys/useKeys';
import type { Step } from './neighbours';
import { useCaseWay } from './useCaseWay';
import type { Queue } from './useQueue';
import type { QueueView } from './useQueueView';

export interface Selection {
  readonly id: string | undefined;
  /** What the address says beside the case, from its `?` on. */
  readonly search: string;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly open: (row: CaseRow, isByKeyboard: boolean) => void;
  readonly step: (step: Step) => void;
  /** A case was decided: the next one is shown. */
  readonly done: OnDone;
  /** From the case back to the list. */
  readonly leave: () => void;
}

interface SelectionOptions {
  readonly id: string | undefined;
  readonly queue: Queue;
  readonly view: QueueView;
  readonly isSplit: boolean;
}

/** Which case is looked at, how one gets to another, and that the keyboard goes along. */
export function useSelection({ id, queue, view, isSplit }: SelectionOptions): Selection {
  const { search } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  const page = queue.read.isPlaceholderData ? undefined : queue.page;
  /** Where the focus is to go as soon as it is there: the entry of a case, or the case itself. */
  const focusWish = useRef<{ readonly on: 'entry' | 'case'; readonly id: string | undefined } | null>(null);
  const beside = isSplit ? 'entry' : 'case';

  const way = useCaseWay({
    page,
    id,
    goToPage: view.goTo,
    onMove: () => {
      focusWish.current = { on: beside, id: undefined };
    },
  });
  const { show } = way;

  const undoing = useUndo(
    useCallback(
      (undone: string) => {
        focusWish.current = { on: beside, id: undone };
        show(undone, { isStep: true });
      },
      [show, beside],
    ),
  );

  useEffect(() => {
    const wish = focusWish.current;
    const wanted = wish?.id ?? id;
    if (!wish || wanted === undefined) return;
    const place =
      wish.on === 'entry'
        ? list.current?.querySelector<HTMLElement>(`a[data-case="${CSS.escape(wanted)}"]`)
        : wanted === id && document.getElementById('case-heading');
    if (!place) return;
    focusWish.current = null;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  });

  // The next case is there before it is asked for.
  const rows = page?.rows;
  const next = rows?.[rows.findIndex((row) => row.id === id) + 1]?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read ahead is out of date whenever the rows are.
  useEffect(() => {
    if (next !== undefined) readAhead('moderation.get', { id: next });
  }, [next, rows]);

  // So are the templates.
  useEffect(() => readAhead('moderation.templates', {}), []);

  /** The arrow keys scroll, but in the list. */
  const stepInList = (step: Step) => (event: KeyboardEvent) => {
    if (!(event.target instanceof Node) || !list.current?.contains(event.target)) return false;
    way.step(step);
    return true;
  };
  useKeys(
    {
      j: () => way.step(1),
      k: () => way.step(-1),
      ArrowDown: stepInList(1),
      ArrowUp: stepInList(-1),
      u: undoing.undoLast,
    },
    { repeatable: ['j', 'k', 'ArrowDown', 'ArrowUp'] },
  );

  return {
    id,
    search,
    list,
    open: (row, isByKeyboard) => {
      if (isByKeyboard || !isSplit) focusWish.current = { on: 'case', id: row.id };
      if (row.id !== id) show(row.id);
      else if (isByKeyboard) document.getElementById('case-heading')?.focus();
    },
    step: way.step,
    done: (row, undoableUntil, sentence) => {
      way.goOnAfter(row.id, row.tab !== view.tab);
      undoing.remember(row, undoableUntil, sentence);
    },
    leave: () => {
      focusWish.current = { on: 'entry', id };
      if (isSplit) list.current?.querySelector<HTMLElement>('a[aria-current]')?.focus();
      else show(undefined);
    },
  };
}
