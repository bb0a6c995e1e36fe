import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { isTypedInto } from '../../../components/keys';

/** What the keyboard is to be on: the entry of a case in the list, or the case itself. */
export type FocusPlace = 'entry' | 'case';

interface Wish {
  readonly on: FocusPlace;
  readonly id: string;
  readonly until: number;
}

/** What has not appeared by then is not waited for any more, in milliseconds: the person goes on elsewhere. */
const longestWait = 5_000;

export interface FocusWish {
  readonly want: (on: FocusPlace, id: string) => void;
  /** Tries again, now that something new is shown. */
  readonly look: () => void;
}

/**
 * Lets the keyboard go along to what is shown only a moment later. It never takes the focus from where somebody types,
 * nor after they have turned to something else: what they type next would be taken for a key that decides.
 */
export function useFocusWish(id: string | undefined, list: RefObject<HTMLUListElement | null>): FocusWish {
  const wish = useRef<Wish | null>(null);
  const shown = useRef(id);

  const look = useCallback(() => {
    const { current } = wish;
    if (!current) return;
    if (Date.now() > current.until || isTypedInto(document.activeElement)) {
      wish.current = null;
      return;
    }
    const place = current.on === 'entry' ? entryOf(list.current, current.id) : headingOf(current.id, shown.current);
    if (!place) return;
    wish.current = null;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: 'nearest' });
  }, [list]);

  useEffect(() => {
    shown.current = id;
    look();
  });

  useEffect(() => {
    const turnElsewhere = () => {
      wish.current = null;
    };
    window.addEventListener('pointerdown', turnElsewhere, { capture: true });
    return () => window.removeEventListener('pointerdown', turnElsewhere, { capture: true });
  }, []);

  const want = useCallback((on: FocusPlace, wanted: string) => {
    wish.current = { on, id: wanted, until: Date.now() + longestWait };
  }, []);
  return { want, look };
}

function entryOf(list: HTMLUListElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`a[data-case="${CSS.escape(id)}"]`) ?? null;
}

/** The heading does not say whose it is, but only one case is shown at a time. */
function headingOf(id: string, shown: string | undefined): HTMLElement | null {
  return id === shown ? document.getElementById('case-heading') : null;
}
