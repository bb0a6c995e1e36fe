import AutorenewIcon from '@mui/icons-material/Autorenew';
import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { type FieldPath, type FieldValues, type PathValue, useController } from 'react-hook-form';
import { api } from '../../api/call';
import { failureSentence } from '../../api/failures';
import { PasswordInput } from '../../components/form/PasswordInput';
import type { ContractForm } from '../../components/form/useContractForm';
import { PasswordStrength } from './PasswordStrength';
import { useAssessment } from './useAssessment';

interface NewPasswordFieldsProps<I extends FieldValues, O> {
  readonly form: ContractForm<I, O>;
  readonly name: FieldPath<I>;
  /** Where it is typed again; without it, it is typed once. See `withRepetition`. */
  readonly repetitionName?: FieldPath<I>;
  /** "New password", "Passphrase". */
  readonly label: string;
  /** The person's own names and e-mail, which make a bad password. */
  readonly about: readonly string[];
  readonly autoFocus?: boolean;
  /** Passphrases of the store are not for a password manager to fill in. */
  readonly autoComplete?: 'new-password' | 'off';
}

/** Fields for a password that is chosen here: how good it is, a suggestion, and the repetition. */
export function NewPasswordFields<I extends FieldValues, O>(props: NewPasswordFieldsProps<I, O>) {
  const { form, name, repetitionName, label, about, autoFocus, autoComplete = 'new-password' } = props;
  const { field, fieldState } = useController({ control: form.control, name });
  const password = String(field.value ?? '');
  const assessment = useAssessment(password, about);
  const [isShown, setIsShown] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  function fill(path: FieldPath<I>, value: string): void {
    form.setValue(path, value as PathValue<I, FieldPath<I>>, { shouldDirty: true, shouldValidate: true });
  }

  async function suggest(): Promise<void> {
    setFailure(null);
    try {
      const { passPhrase } = await api.passwords.suggest();
      fill(name, passPhrase);
      if (repetitionName) fill(repetitionName, passPhrase);
      // Nobody can keep what they cannot read.
      setIsShown(true);
    } catch (reason) {
      setFailure(reason);
    }
  }

  return (
    <>
      <Box sx={{ position: 'relative' }}>
        <PasswordInput
          label={label}
          name={name}
          value={password}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={field.ref}
          autoComplete={autoComplete}
          autoFocus={autoFocus}
          isShown={isShown}
          onShownChange={setIsShown}
          error={fieldState.error?.message ?? (failure ? failureSentence(failure) : undefined)}
          help={<PasswordStrength password={password} assessment={assessment} />}
        />
        <Button
          size="small"
          startIcon={<AutorenewIcon aria-hidden />}
          onClick={() => void suggest()}
          sx={{ position: 'absolute', insetInlineEnd: 0, top: -6, minHeight: 24 }}
        >
          Suggest a pass-phrase
        </Button>
      </Box>
      {repetitionName && (
        <Repetition
          form={form}
          name={repetitionName}
          label={`${label} again`}
          autoComplete={autoComplete}
          isShown={isShown}
          onShownChange={setIsShown}
        />
      )}
    </>
  );
}

interface RepetitionProps<I extends FieldValues, O> {
  readonly form: ContractForm<I, O>;
  readonly name: FieldPath<I>;
  readonly label: string;
  readonly autoComplete: 'new-password' | 'off';
  readonly isShown: boolean;
  readonly onShownChange: (isShown: boolean) => void;
}

function Repetition<I extends FieldValues, O>({ form, name, ...props }: RepetitionProps<I, O>) {
  const { field, fieldState } = useController({ control: form.control, name });
  return (
    <PasswordInput
      {...props}
      name={name}
      value={String(field.value ?? '')}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  );
}
