import { FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { api } from '../../../api/call';
import { CallFailure } from '../../../api/failures';
import { useFormDraft } from '../../../components/form/drafts';
import { FormText } from '../../../components/form/FormText';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { counted } from '../../../components/numbers';
import { showToast } from '../../../components/toasts';
import { areSameValues } from '../../../components/versions/compare';
import { EntryDialog } from '../../delegation/EntryDialog';
import { RulePreviews } from './RulePreviews';
import { emptyRules, rulesSchema } from './rule-lines';

/** Several rules at once, with a look at whom they mean. */
export function AddRules({ onClose }: { readonly onClose: () => void }) {
  const labelId = useId();
  const form = useContractForm(rulesSchema, emptyRules);
  const hasChanges = () => !areSameValues(form.getValues(), emptyRules);
  useFormDraft('moderation-settings/rules/new', form);
  useUnsavedGuard(hasChanges);
  const { field } = useController({ control: form.control, name: 'decision' });
  const text = useWatch({ control: form.control, name: 'patterns' });

  const add = form.save(async (values) => {
    const { rows } = await underTheirField(() => api.moderationSettings.addRules(values));
    showToast(`${counted(rows.length, 'rule was', 'rules were')} added.`);
    onClose();
  });

  return (
    <EntryDialog
      title="Add rules"
      action="Add rules"
      failure={form.failure}
      isRunning={form.formState.isSubmitting}
      hasChanges={hasChanges}
      onSubmit={add}
      onClose={onClose}
    >
      <FormText
        control={form.control}
        name="patterns"
        label="E-mails and domains, one on each line"
        rows={4}
        autoFocus
        inputProps={{ spellCheck: false }}
        help="Such as example.org, *.example.org for all domains below it, or kim@example.org."
      />
      <RulePreviews text={text} />
      <FormLabel id={labelId}>Whoever registers with such an e-mail</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        name={field.name}
        value={field.value}
        onChange={(_, chosen) => field.onChange(chosen)}
        sx={{ mb: 1.5 }}
      >
        <FormControlLabel value="reject" control={<Radio />} label="is rejected at once" />
        <FormControlLabel value="approve" control={<Radio />} label="is approved at once" />
      </RadioGroup>
      <FormText
        control={form.control}
        name="note"
        label="Note"
        maxLength={200}
        isOptional
        help="Why there are such rules, for colleagues."
      />
    </EntryDialog>
  );
}

/** What is said against one of the patterns is said under the field in which all of them are. */
async function underTheirField<T>(add: () => Promise<T>): Promise<T> {
  try {
    return await add();
  } catch (refusal) {
    if (!(refusal instanceof CallFailure) || !refusal.error.fields) throw refusal;
    const named = Object.entries(refusal.error.fields).map(
      ([path, said]) => [path.replace(/^patterns\.\d+$/, 'patterns'), said] as const,
    );
    throw new CallFailure(refusal.procedure, { ...refusal.error, fields: Object.fromEntries(named) });
  }
}
