import { FormControl, FormLabel, MenuItem, Select, Typography } from '@mui/material';
import { useId } from 'react';
import { type UseFormReturn, useController, useWatch } from 'react-hook-form';
import type { OutputOf } from '../../../../src-shared/contract';
import { FormText } from '../../../components/form/FormText';
import { type BulkValues, placeholdersIn } from './bulk-form';
import type { BulkDecision } from './bulk-words';

interface BulkWordsProps<O> {
  readonly form: Pick<UseFormReturn<BulkValues, unknown, O>, 'control' | 'setValue' | 'clearErrors'>;
  readonly decision: BulkDecision;
  /** Those for this decision. */
  readonly templates: OutputOf<'moderation.templates'>['rows'];
}

/** Why, for the office; and what everybody among them is told. */
export function BulkWords<O>({ form, decision, templates }: BulkWordsProps<O>) {
  const { control, setValue, clearErrors } = form;
  const labelId = useId();
  const { field } = useController({ control, name: 'templateId' });
  const message = useWatch({ control, name: 'message' });
  const placeholders = placeholdersIn(message);

  function choose(id: string): void {
    field.onChange(id);
    clearErrors();
    const template = templates.find((one) => one.id === id);
    if (template) setValue('message', template.text, { shouldDirty: true });
  }

  return (
    <>
      {templates.length > 0 && (
        <FormControl fullWidth size="small" sx={{ mb: 2 }}>
          <FormLabel id={labelId}>Template (optional)</FormLabel>
          <Select
            labelId={labelId}
            name="templateId"
            value={templates.some(({ id }) => id === field.value) ? field.value : ''}
            displayEmpty
            inputRef={field.ref}
            onChange={(event) => choose(event.target.value)}
          >
            <MenuItem value="">None</MenuItem>
            {templates.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
      )}
      <FormText
        control={control}
        name="internalReason"
        label="Reason for the office"
        rows={2}
        maxLength={1_000}
        isOptional={decision === 'approve' || field.value !== ''}
        help="Only your colleagues see it."
      />
      <FormText
        control={control}
        name="message"
        label="Message to each person"
        rows={4}
        maxLength={2_000}
        isOptional
        help="Without one, nobody is written to."
      />
      {placeholders.length > 0 && (
        <Typography role="status" variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          Filled for each person: {placeholders.map((name) => `{${name}}`).join(', ')}. Whoever has nothing to fill one
          of them with is left out, and stands in the report.
        </Typography>
      )}
    </>
  );
}
