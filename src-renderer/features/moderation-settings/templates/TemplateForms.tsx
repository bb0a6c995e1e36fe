import { useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { MessageTemplate } from '../../../../src-shared/contract/moderation-settings';
import { api } from '../../../api/call';
import { useFormDraft } from '../../../components/form/drafts';
import { FormSelect } from '../../../components/form/FormSelect';
import { FormText } from '../../../components/form/FormText';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { showToast } from '../../../components/toasts';
import { areSameValues } from '../../../components/versions/compare';
import { recordAmong } from '../../../components/versions/record-among';
import { NewerVersionNotice } from '../../../components/versions/SaveBar';
import { useVersionedForm } from '../../../components/versions/useVersionedForm';
import { VersionComparison } from '../../../components/versions/VersionComparison';
import { EntryDialog } from '../../delegation/EntryDialog';
import { Placeholders } from './Placeholders';
import {
  decisionOptions,
  emptyTemplate,
  type TemplateValues,
  templateSchema,
  templateValues,
  templateWords,
} from './template-form';

interface AddTemplateProps {
  readonly onClose: () => void;
}

export function AddTemplate({ onClose }: AddTemplateProps) {
  const form = useContractForm(templateSchema, emptyTemplate);
  const hasChanges = () => !areSameValues(form.getValues(), emptyTemplate);
  useFormDraft('moderation-settings/templates/new', form);
  useUnsavedGuard(hasChanges);

  const add = form.save(async (values) => {
    const { name } = await api.moderationSettings.createTemplate(values);
    showToast(`The template ${name} was added.`);
    onClose();
  });

  return (
    <EntryDialog
      title="Add template"
      action="Add template"
      failure={form.failure}
      isRunning={form.formState.isSubmitting}
      hasChanges={hasChanges}
      onSubmit={add}
      onClose={onClose}
    >
      <TemplateFields form={form} />
    </EntryDialog>
  );
}

interface EditTemplateProps extends AddTemplateProps {
  readonly template: MessageTemplate;
}

export function EditTemplate({ template, onClose }: EditTemplateProps) {
  const { id } = template;
  const { form, submit, hasChanges, compare, conflict } = useVersionedForm({
    draftKey: `moderation-settings/templates/${id}`,
    schema: templateSchema,
    record: template,
    valuesOf: templateValues,
    fields: templateWords,
    update: (values, version) => api.moderationSettings.updateTemplate({ id, version, ...values }),
    readAgain: async () =>
      recordAmong((await api.moderationSettings.templates()).rows, id, 'moderationSettings.templates'),
    onSaved: ({ name }) => {
      showToast(`The template ${name} is saved.`);
      onClose();
    },
    onUnchanged: onClose,
  });

  return (
    <>
      <EntryDialog
        title={`Edit ${template.name}`}
        action="Save"
        failure={form.failure}
        notice={compare && <NewerVersionNotice onCompare={compare} />}
        isRunning={form.formState.isSubmitting}
        hasChanges={() => hasChanges}
        onSubmit={submit}
        onClose={onClose}
      >
        <TemplateFields form={form} />
      </EntryDialog>
      {conflict && <VersionComparison name={`the template ${template.name}`} conflict={conflict} />}
    </>
  );
}

interface TemplateFieldsProps<O> {
  readonly form: Pick<UseFormReturn<TemplateValues, unknown, O>, 'control' | 'getValues' | 'setValue' | 'setFocus'>;
}

function TemplateFields<O>({ form }: TemplateFieldsProps<O>) {
  const { control, getValues, setValue, setFocus } = form;
  const text = useWatch({ control, name: 'text' });
  const place = useRef<HTMLDivElement>(null);

  /** Where the cursor is, or was last. */
  function insert(placeholder: string): void {
    const area = place.current?.querySelector('textarea');
    const typed = getValues('text');
    const [start, end] = [area?.selectionStart ?? typed.length, area?.selectionEnd ?? typed.length];
    const inserted = `${typed.slice(0, start)}${placeholder}${typed.slice(end)}`;
    setValue('text', inserted, { shouldDirty: true });
    setFocus('text');
    const cursor = start + placeholder.length;
    requestAnimationFrame(() => area?.setSelectionRange(cursor, cursor));
  }

  return (
    <>
      <FormSelect control={control} name="decision" label="Used for" options={decisionOptions} />
      <FormText
        control={control}
        name="name"
        label="Name"
        maxLength={60}
        autoFocus
        help="Moderators choose by it. Of a rejection it is also the reason in the figures."
      />
      <div ref={place}>
        <FormText control={control} name="text" label="Text" rows={6} maxLength={2_000} help="For the person." />
      </div>
      <Placeholders text={text} onInsert={insert} />
    </>
  );
}
