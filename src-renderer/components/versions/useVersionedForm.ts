import { useCallback, useEffect, useRef, useState } from 'react';
import type { DefaultValues, FieldPath, FieldValues, PathValue } from 'react-hook-form';
import type { z } from 'zod';
import { hasCode } from '../../api/failures';
import { useDraft, useFormDraft } from '../form/drafts';
import { useUnsavedGuard } from '../form/unsaved';
import { type ContractForm, useContractForm } from '../form/useContractForm';
import { showToast } from '../toasts';
import { areSameValues, type Difference, differencesBetween, type Side, type WordsOfFields } from './compare';

interface VersionedFormOptions<R extends { readonly version: number }, I extends FieldValues, O> {
  /** Names the form and its record, such as `staff/ID`. */
  readonly draftKey: string;
  readonly schema: z.ZodType<O, I>;
  /** The record as it was last read. */
  readonly record: R;
  readonly valuesOf: (record: R) => I;
  readonly fields: WordsOfFields<I>;
  /** Passwords, which are no part of the record: nobody compares them, and no draft keeps them. */
  readonly secrets?: readonly FieldPath<I>[];
  /** Asks the person, where what they are about to save is to be thought over. */
  readonly maySave?: (values: O) => Promise<boolean>;
  readonly update: (values: O, version: number) => Promise<R>;
  readonly readAgain: () => Promise<R>;
  readonly onSaved: (record: R) => void;
  /** Told when there was nothing to save; without it, the person is. */
  readonly onUnchanged?: () => void;
}

/** What is to be decided field by field before anything is saved. */
export interface VersionConflict<I> {
  readonly differences: readonly Difference<I>[];
  readonly settle: (choices: ReadonlyMap<string, Side>) => Promise<void>;
  readonly close: () => void;
}

export interface VersionedForm<I extends FieldValues, O> {
  readonly form: ContractForm<I, O>;
  readonly submit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  readonly hasChanges: boolean;
  readonly reset: () => void;
  /** Set once somebody else has saved the record while this form had changes: opens the comparison. */
  readonly compare: (() => void) | null;
  readonly conflict: VersionConflict<I> | null;
}

/**
 * A form on a record that others may change meanwhile. Without changes of its own it follows the record; with some,
 * it is saved under the version it began with, and a refusal leads to both versions side by side. What was typed,
 * and the version it began with, survive a lock of the window.
 */
export function useVersionedForm<R extends { readonly version: number }, I extends FieldValues, O>(
  options: VersionedFormOptions<R, I, O>,
): VersionedForm<I, O> {
  const { draftKey, schema, record, valuesOf, fields, secrets = [] } = options;
  const { maySave, update, readAgain, onSaved, onUnchanged } = options;
  const [keptBase, keepBase] = useDraft<R>(`${draftKey}/base`);
  const [base, setBase] = useState(keptBase ?? record);
  const [theirs, setTheirs] = useState<R | null>(null);
  const form = useContractForm<I, O>(schema, valuesOf(base) as DefaultValues<I>);
  const { reset, getValues, setValue } = form;
  useFormDraft(draftKey, form, secrets);
  useEffect(() => keepBase(base), [base, keepBase]);

  // Not `isDirty`, which is only as new as the last render.
  const differsFrom = useCallback(
    (other: R) => !areSameValues(getValues(), { ...getValues(), ...valuesOf(other) }),
    [getValues, valuesOf],
  );
  // Whoever saves and leaves in one go is not asked about what was saved a moment ago.
  const latestBase = useRef(base);
  useUnsavedGuard(() => differsFrom(latestBase.current));

  const beginFrom = useCallback(
    (other: R) => {
      reset(valuesOf(other));
      latestBase.current = other;
      setBase(other);
      setTheirs(null);
    },
    [reset, valuesOf],
  );

  useEffect(() => {
    if (record.version <= base.version) return;
    if (!differsFrom(base)) beginFrom(record);
    // What this form does not show has changed, such as the status: there is nothing to compare.
    else if (areSameValues(valuesOf(record), valuesOf(base))) {
      latestBase.current = record;
      setBase(record);
    }
  }, [record, base, differsFrom, beginFrom, valuesOf]);

  function saveUnder(version: number) {
    return form.save(async (values) => {
      if (maySave && !(await maySave(values))) return;
      try {
        const saved = await update(values, version);
        beginFrom(saved);
        onSaved(saved);
      } catch (refusal) {
        if (!hasCode(refusal, 'STALE_VERSION')) throw refusal;
        setTheirs(await readAgain());
      }
    });
  }

  async function settle(newer: R, choices: ReadonlyMap<string, Side>): Promise<void> {
    const mine = getValues();
    const kept = fields.filter(({ name }) => choices.get(name) === 'mine').map(({ name }) => name as FieldPath<I>);
    beginFrom(newer);
    if (kept.length === 0) {
      showToast('Their version was kept. Nothing of yours was saved.');
      return;
    }
    for (const name of [...kept, ...secrets]) {
      setValue(name, mine[name] as PathValue<I, FieldPath<I>>, { shouldDirty: true });
    }
    await saveUnder(newer.version)();
  }

  async function submit(event?: React.BaseSyntheticEvent): Promise<void> {
    event?.preventDefault();
    if (!differsFrom(base)) {
      if (onUnchanged) onUnchanged();
      else showToast('Nothing was changed, so there is nothing to save.');
    } else if (record.version > base.version) {
      // It would be refused: nobody is asked about the other's changes as if they were their own.
      setTheirs(record);
    } else {
      await saveUnder(base.version)();
    }
  }

  const hasChanges = form.formState.isDirty;
  return {
    form,
    submit,
    hasChanges,
    reset: () => beginFrom(record.version > base.version ? record : base),
    compare: hasChanges && record.version > base.version ? () => setTheirs(record) : null,
    conflict: theirs && {
      differences: differencesBetween(valuesOf(base), getValues(), valuesOf(theirs), fields),
      settle: (choices) => settle(theirs, choices),
      close: () => setTheirs(null),
    },
  };
}
