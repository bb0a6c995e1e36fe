import { useCallback, useState } from 'react';

/** As many as a bulk decision takes by their ids. */
export const mostTicks = 1_000;

export interface Ticks {
  readonly ids: ReadonlySet<string>;
  readonly tick: (id: string, isTicked: boolean) => void;
  readonly tickAll: (ids: readonly string[], isTicked: boolean) => void;
  readonly clear: () => void;
}

/**
 * The cases that are ticked, over the pages of one list: another list begins without. `list` names it. While the rows
 * of another one are still shown, nothing can be ticked.
 */
export function useTicks(list: string, isOutdated: boolean): Ticks {
  const [state, setState] = useState<{ readonly list: string; readonly ids: ReadonlySet<string> }>({
    list,
    ids: nothing,
  });
  const ids = state.list === list ? state.ids : nothing;

  const tickAll = useCallback(
    (changed: readonly string[], isTicked: boolean) => {
      if (isOutdated) return;
      setState((before) => {
        const next = new Set(before.list === list ? before.ids : nothing);
        for (const id of changed) {
          if (!isTicked) next.delete(id);
          else if (next.size < mostTicks) next.add(id);
        }
        return { list, ids: next };
      });
    },
    [list, isOutdated],
  );
  const tick = useCallback((id: string, isTicked: boolean) => tickAll([id], isTicked), [tickAll]);
  const clear = useCallback(() => setState({ list, ids: nothing }), [list]);
  return { ids, tick, tickAll, clear };
}

const nothing: ReadonlySet<string> = new Set();
