import type { Control } from 'react-hook-form';
import type { z } from 'zod';
import type { Category } from '../../../src-shared/contract/delegation';
import { api } from '../../api/call';
import { useFormDraft } from '../../components/form/drafts';
import { FormText } from '../../components/form/FormText';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { showToast } from '../../components/toasts';
import { areSameValues } from '../../components/versions/compare';
import { recordAmong } from '../../components/versions/record-among';
import { NewerVersionNotice } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { EntryDialog } from './EntryDialog';
import { type CategoryValues, categorySchema, categoryValues, categoryWords, emptyCategory } from './forms';

interface AddCategoryProps {
  readonly onClose: () => void;
}

export function AddCategory({ onClose }: AddCategoryProps) {
  const form = useContractForm(categorySchema, emptyCategory);
  const hasChanges = () => !areSameValues(form.getValues(), emptyCategory);
  useFormDraft('delegation/categories/new', form);
  useUnsavedGuard(hasChanges);

  const add = form.save(async (values) => {
    const { name } = await api.delegation.createCategory(values);
    showToast(`The category ${name} was added.`);
    onClose();
  });

  return (
    <EntryDialog
      title="Add category"
      action="Add category"
      failure={form.failure}
      isRunning={form.formState.isSubmitting}
      hasChanges={hasChanges}
      onSubmit={add}
      onClose={onClose}
    >
      <CategoryFields control={form.control} />
    </EntryDialog>
  );
}

interface EditCategoryProps extends AddCategoryProps {
  readonly category: Category;
}

export function EditCategory({ category, onClose }: EditCategoryProps) {
  const { id } = category;
  const { form, submit, hasChanges, compare, conflict } = useVersionedForm({
    draftKey: `delegation/categories/${id}`,
    schema: categorySchema,
    record: category,
    valuesOf: categoryValues,
    fields: categoryWords,
    update: (values, version) => api.delegation.renameCategory({ id, version, ...values }),
    readAgain: async () => recordAmong((await api.delegation.categories()).rows, id, 'delegation.categories'),
    onSaved: ({ name }) => {
      showToast(`The category ${name} is saved.`);
      onClose();
    },
    onUnchanged: onClose,
  });

  return (
    <>
      <EntryDialog
        title={`Edit ${category.name}`}
        action="Save"
        failure={form.failure}
        notice={compare && <NewerVersionNotice onCompare={compare} />}
        isRunning={form.formState.isSubmitting}
        hasChanges={() => hasChanges}
        onSubmit={submit}
        onClose={onClose}
      >
        <CategoryFields control={form.control} />
      </EntryDialog>
      {conflict && <VersionComparison name={`the category ${category.name}`} conflict={conflict} />}
    </>
  );
}

interface CategoryFieldsProps {
  readonly control: Control<CategoryValues, unknown, z.output<typeof categorySchema>>;
}

function CategoryFields({ control }: CategoryFieldsProps) {
  return <FormText control={control} name="name" label="Name" maxLength={60} autoFocus />;
}
