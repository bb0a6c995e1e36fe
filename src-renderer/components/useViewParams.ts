import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

/** `undefined` takes a parameter out of the address. */
type Changes<K extends string> = Partial<Record<K, string | undefined>>;

interface ViewParams<K extends string> {
  readonly values: Readonly<Partial<Record<K, string>>>;
  /** Narrows or widens what is shown: the list begins again at its first page. */
  readonly filter: (changes: Changes<K>) => void;
  /** Shows the same rows in another way, such as with other columns: the page stays. */
  readonly adjust: (changes: Changes<K>) => void;
  /** Goes to another page of the list; the browser's Back leads to the one before. */
  readonly goTo: (cursor: string | undefined) => void;
  readonly cursor: string | undefined;
}

/** What a list shows, kept in its address, so that it survives going into a record and back. `names` stay the same. */
export function useViewParams<K extends string>(names: readonly K[]): ViewParams<K> {
  const [params, setParams] = useSearchParams();

  // The address follows a moment later: what is changed meanwhile is changed as well, and not instead.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, options?: { readonly replace: boolean }) => {
      latest.current = changed(latest.current, changes);
      setParams(latest.current, options);
    },
    [setParams],
  );

  const filter = useCallback((changes: Changes<K>) => set({ ...changes, cursor: undefined }, { replace: true }), [set]);
  const adjust = useCallback((changes: Changes<K>) => set(changes, { replace: true }), [set]);
  const goTo = useCallback((cursor: string | undefined) => set({ cursor }), [set]);

  const values = useMemo(() => valuesOf(names, params), [names, params]);
  return { values, filter, adjust, goTo, cursor: params.get('cursor') ?? undefined };
}

function valuesOf<K extends string>(names: readonly K[], params: URLSearchParams): Partial<Record<K, string>> {
  const values: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null) values[name] = value;
  }
  return values;
}

function changed(before: URLSearchParams, changes: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value) after.set(name, value);
    else after.delete(name);
  }
  return after;
}
