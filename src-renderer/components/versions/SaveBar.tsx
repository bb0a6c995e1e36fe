import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { ActionButton } from '../ActionButton';
import { FormActions } from '../form/FormActions';
import type { VersionedForm } from './useVersionedForm';

interface SaveBarProps<I extends FieldValues, O> {
  readonly versioned: VersionedForm<I, O>;
  /** In place of the one button that saves, where there are several ways to. */
  readonly saveButtons?: ReactNode;
}

/** The end of a form on a record: to save or drop what was changed, and to learn that somebody else was quicker. */
export function SaveBar<I extends FieldValues, O>({ versioned, saveButtons }: SaveBarProps<I, O>) {
  const { form, hasChanges, reset, compare } = versioned;
  return (
    <FormActions failure={form.failure} notice={compare && <NewerVersionNotice onCompare={compare} />}>
      {saveButtons ?? (
        <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
          Save
        </ActionButton>
      )}
      {hasChanges && <Button onClick={reset}>Discard changes</Button>}
    </FormActions>
  );
}

export function NewerVersionNotice({ onCompare }: { readonly onCompare: () => void }) {
  const compareButton = (
    <Button color="inherit" size="small" onClick={onCompare}>
      Compare
    </Button>
  );
  return (
    <Alert severity="warning" action={compareButton} sx={{ mb: 2 }}>
      Somebody else has saved this meanwhile. Compare both versions before you save yours.
    </Alert>
  );
}
