import type { BaseSyntheticEvent } from 'react';
import type { FieldPath, FieldValues, PathValue } from 'react-hook-form';
import { hasCode } from '../../api/failures';
import type { ContractForm } from '../../components/form/useContractForm';
import { useWait } from './useWait';

interface PasswordProof<O> {
  readonly save: (prove: (values: O) => Promise<void>) => (event?: BaseSyntheticEvent) => Promise<void>;
  readonly waitSeconds: number;
}

/** Lets a form that proves who is there say a wrong password under its field, and wait after too many of them. */
export function usePasswordProof<I extends FieldValues, O>(
  form: ContractForm<I, O>,
  field: FieldPath<I> = 'password' as FieldPath<I>,
): PasswordProof<O> {
  const wait = useWait();

  return {
    waitSeconds: wait.seconds,
    save: (prove) =>
      form.save(async (values) => {
        if (wait.seconds > 0) return;
        try {
          await prove(values);
        } catch (failure) {
          const isWrong = hasCode(failure, 'WRONG_PASSWORD');
          if (!isWrong && !wait.heed(failure)) throw failure;
          form.setValue(field, '' as PathValue<I, FieldPath<I>>);
          if (isWrong) form.setError(field, { type: 'refused', message: failure.message });
          form.setFocus(field);
        }
      }),
  };
}
