import { Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { FormSelect } from '../../../components/form/FormSelect';
import { Panel } from '../../../components/Panel';
import type { FormPartProps } from './form-part';

/** What somebody is filed under. */
export function SettingsPanel({ form: { control }, choices, person }: FormPartProps) {
  const chosen = useWatch({ control, name: 'categoryId' });
  const had = person?.category?.id;
  // Also one that was chosen before the office archived it: an empty field would not say what is wrong.
  const offered = choices.categories.filter(({ id, isArchived }) => !isArchived || id === had || id === chosen);
  return (
    <Panel>
      <FormSelect
        control={control}
        name="categoryId"
        label="Category"
        isOptional
        emptyLabel="No category"
        options={offered.map(({ id, name, isArchived }) => ({
          value: id,
          label: isArchived ? `${name} (archived)` : name,
        }))}
      />
      <Typography variant="body2" color="textSecondary">
        A category is only for finding and sorting people: it does not decide what they may do.
        {offered.length === 0 && ' The office has no categories yet.'}
      </Typography>
    </Panel>
  );
}
