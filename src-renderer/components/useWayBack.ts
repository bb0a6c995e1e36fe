import { useLocation } from 'react-router';

/** Where a screen was opened from, as its link back has it. */
export interface WayBack {
  readonly to: string;
  readonly label: string;
  /** What that screen itself knew of its own way back. */
  readonly state?: unknown;
}

/** For links to a screen that leads back here, as this screen is now: `<Link to="…" state={useWayHere('Users')}>`. */
export function useWayHere(label: string): { readonly from: WayBack } {
  const { pathname, search, state } = useLocation();
  return { from: { to: `${pathname}${search}`, label, state } };
}

/** Back to where this screen was opened from; `usual` where it was opened by its address. */
export function useWayBack(usual: WayBack): WayBack {
  const state: unknown = useLocation().state;
  return typeof state === 'object' && state !== null && 'from' in state && isWayBack(state.from) ? state.from : usual;
}

function isWayBack(value: unknown): value is WayBack {
  return (
    typeof value === 'object' &&
    value !== null &&
    'to' in value &&
    typeof value.to === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  );
}
