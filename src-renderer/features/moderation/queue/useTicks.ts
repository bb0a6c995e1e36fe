import { useCallback, useState } from 'react';

/** As many as a bulk decision takes by their ids. */
const most = 1_000;

export interface Ticks {
  readonly ids: ReadonlySet<string>;
  readonly tick: (id: string, isTicked: boolean) => void;
  readonly tickAll: (ids: readonly string[], isTicked: boolean) => void;
  readonly clear: () => void;
}

/** The cases that are ticked, over the pages of one list: another list begins without. `list` names it. */
export function useTicks(list: string): Ticks {
  const [state, setState] = useState<{ readonly list: string; readonly ids: ReadonlySet<string> }>({
    list,
    ids: nothing,
  });
  const ids = state.list === list ? state.ids : nothing;

  const tickAll = useCallback(
    (changed: readonly string[], isTicked: boolean) => {
      setState((before) => {
        const next = new Set(before.list === list ? before.ids : nothing);
        for (const id of changed) {
          if (!isTicked) next.delete(id);
          else if (next.size < most) next.add(id);
        }
        return { list, ids: next };
      });
    },
    [list],
  );
  const tick = useCallback((id: string, isTicked: boolean) => tickAll([id], isTicked), [tickAll]);
  const clear = useCallback(() => setState({ list, ids: nothing }), [list]);
  return { ids, tick, tickAll, clear };
}

const nothing: ReadonlySet<string> = new Set();
