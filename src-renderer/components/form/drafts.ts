import { useCallback, useEffect, useRef } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { create } from 'zustand';

interface Drafts {
  readonly drafts: ReadonlyMap<string, unknown>;
  /** While the window is locked, screens go away without their drafts. */
  readonly isHeld: boolean;
}

/** What was typed and not saved. Lives in memory only, through a lock of the window and no longer than its person. */
const useDrafts = create<Drafts>(() => ({ drafts: new Map(), isHeld: false }));

export function holdDrafts(isHeld: boolean): void {
  useDrafts.setState({ isHeld });
}

export function forgetDrafts(): void {
  useDrafts.setState({ drafts: new Map() });
}

function keep(key: string, draft: unknown): void {
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }));
}

function forget(key: string): void {
  useDrafts.setState(({ drafts }) => {
    const rest = new Map(drafts);
    rest.delete(key);
    return { drafts: rest };
  });
}

/**
 * Lets an unsaved form survive the lock of the window: what was changed is put back when its person unlocks.
 * `key` names the form and its record, such as `staff/ID`. Passwords are named in `secrets` and never kept.
 */
export function useFormDraft<I extends FieldValues, O>(
  key: string,
  form: Pick<UseFormReturn<I, unknown, O>, 'subscribe' | 'setValue'>,
  secrets: readonly FieldPath<I>[] = [],
): void {
  const { subscribe, setValue } = form;
  const isSecret = useRef(new Set<string>(secrets));

  useEffect(() => {
    const draft = useDrafts.getState().drafts.get(key);
    for (const [name, value] of Object.entries(draft ?? {})) {
      setValue(name as FieldPath<I>, value, { shouldDirty: true });
    }
    const unsubscribe = subscribe({
      formState: { values: true, dirtyFields: true },
      callback: ({ values, dirtyFields }) => {
        const isDirty: Readonly<Record<string, unknown>> = { ...dirtyFields };
        const changed = Object.entries(values).filter(([name]) => isDirty[name] && !isSecret.current.has(name));
        keep(key, Object.fromEntries(changed));
      },
    });
    return () => {
      unsubscribe();
      if (!useDrafts.getState().isHeld) forget(key);
    };
  }, [key, subscribe, setValue]);
}

/** A draft of anything else that is typed, under the same rules. */
export function useDraft<T>(key: string): [draft: T | undefined, keepDraft: (draft: T) => void] {
  useEffect(
    () => () => {
      if (!useDrafts.getState().isHeld) forget(key);
    },
    [key],
  );
  const draft = useDrafts((state) => state.drafts.get(key)) as T | undefined;
  const keepDraft = useCallback((value: T) => keep(key, value), [key]);
  return [draft, keepDraft];
}
