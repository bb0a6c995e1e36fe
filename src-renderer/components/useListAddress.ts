import { useLocation } from 'react-router';

/** The way back to a list as it was when this record was opened from it: `{ state: { list: '?search=kim' } }`. */
export function useListAddress(path: string): string {
  const state: unknown = useLocation().state;
  const isFromList = typeof state === 'object' && state !== null && 'list' in state && typeof state.list === 'string';
  return isFromList ? `${path}${state.list}` : path;
}
