import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import type { CaseRow, CaseTab } from '../../../../src-shared/contract/sign-up-cases';
import { readAhead } from '../../../api/use-read';
import type { OnDone } from '../case/useCaseActs';
import { remember, undoLast, useUndone } from '../decide/undoable';
import { useKeys } from '../keys/useKeys';
import type { Step } from './neighbours';
import { type CaseWay, takeOutOfLists, useCaseWay } from './useCaseWay';
import { useFocusWish } from './useFocusWish';
import type { Queue } from './useQueue';
import type { QueueView } from './useQueueView';

export interface Selection {
  readonly id: string | undefined;
  /** What the address says beside the case, from its `?` on. */
  readonly search: string;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly open: (row: CaseRow, isByKeyboard: boolean) => void;
  readonly step: (step: Step) => void;
  /** A case was decided: the next one is shown, unless its moderator is elsewhere by now. */
  readonly done: OnDone;
  /** The case is there to be read. */
  readonly shown: () => void;
  /** From the case back to the list. */
  readonly leave: () => void;
}

interface SelectionOptions {
  readonly id: string | undefined;
  readonly queue: Queue;
  readonly view: QueueView;
  readonly isSplit: boolean;
  readonly onDecided: (id: string) => void;
}

/** What is shown when an answer comes. */
interface Now {
  readonly id: string | undefined;
  readonly tab: CaseTab;
  readonly way: CaseWay;
  readonly onDecided: (id: string) => void;
}

/** Which case is looked at, how one gets to another, and that the keyboard goes along. */
export function useSelection({ id, queue, view, isSplit, onDecided }: SelectionOptions): Selection {
  const { search } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  const page = queue.read.isPlaceholderData ? undefined : queue.page;
  const beside = isSplit ? 'entry' : 'case';
  const { want, look } = useFocusWish(id, list);

  const way = useCaseWay({
    page,
    id,
    goToPage: view.goTo,
    onMove: useCallback((next: string) => want(beside, next), [want, beside]),
  });
  const { show } = way;

  useUndone(
    useCallback(
      (undone: string) => {
        want(beside, undone);
        show(undone, { isStep: true });
      },
      [show, want, beside],
    ),
  );

  // An answer may come late, when another case is shown, or another part of the queue.
  const now = useRef<Now | null>(null);
  useEffect(() => {
    now.current = { id, tab: view.tab, way, onDecided };
  });
  useEffect(
    () => () => {
      now.current = null;
    },
    [],
  );
  const done = useCallback<OnDone>((row, undoableUntil, sentence) => {
    const { current } = now;
    current?.onDecided(row.id);
    if (current?.id === row.id) current.way.goOnAfter(row.id, row.tab !== current.tab);
    else if (row.tab !== current?.tab) takeOutOfLists(row.id);
    remember(row, undoableUntil, sentence);
  }, []);

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
      u: undoLast,
    },
    { repeatable: ['j', 'k', 'ArrowDown', 'ArrowUp'] },
  );

  function open(row: CaseRow, isByKeyboard: boolean): void {
    if (isByKeyboard || !isSplit) want('case', row.id);
    if (row.id === id) look();
    else show(row.id);
  }

  function leave(): void {
    if (isSplit) {
      // The case that is shown need not be on the page of the list.
      const entry = list.current?.querySelector<HTMLElement>('a[aria-current]') ?? list.current?.querySelector('a');
      entry?.focus();
    } else {
      if (id !== undefined) want('entry', id);
      show(undefined);
    }
  }

  return { id, search, list, open, step: way.step, done, shown: look, leave };
}
