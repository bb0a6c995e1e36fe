import { useCallback } from 'react';
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

/** What a list shows, kept in its address, so that it survives going into a record and back. */
export function useViewParams<K extends string>(names: readonly K[]): ViewParams<K> {
  const [params, setParams] = useSearchParams();

  const filter = useCallback(
    (changes: Changes<K>) => {
      setParams(
        (before) => {
          const after = changed(before, changes);
          after.delete('cursor');
          return after;
        },
        { replace: true },
      );
    },
    [setParams],
  );

  const adjust = useCallback(
    (changes: Changes<K>) => {
      setParams((before) => changed(before, changes), { replace: true });
    },
    [setParams],
  );

  const goTo = useCallback(
    (cursor: string | undefined) => {
      setParams((before) => {
        const after = new URLSearchParams(before);
        setOrDelete(after, 'cursor', cursor);
        return after;
      });
    },
    [setParams],
  );

  const values: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value !== null) values[name] = value;
  }
  return { values, filter, adjust, goTo, cursor: params.get('cursor') ?? undefined };
}

function changed(before: URLSearchParams, changes: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) setOrDelete(after, name, value);
  return after;
}

function setOrDelete(params: URLSearchParams, name: string, value: string | undefined): void {
  if (value) params.set(name, value);
  else params.delete(name);
}
