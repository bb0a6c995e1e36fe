import { Box } from '@mui/material';
import { FormProvider } from 'react-hook-form';
import type { OfficeSettings } from '../../../src-shared/contract/settings';
import { api } from '../../api/call';
import { useRead } from '../../api/use-read';
import { aboveFormActions } from '../../components/form/FormActions';
import { FormText } from '../../components/form/FormText';
import { Panel } from '../../components/Panel';
import { ReadState } from '../../components/ReadState';
import { showToast } from '../../components/toasts';
import { SaveBar } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { fieldWords, officeSchema, policies, valuesOf } from './office-form';
import { PolicyField } from './PolicyField';

/** The office's name and its policies. */
export function OfficePanels() {
  const read = useRead('settings.get', {});
  return <ReadState read={read}>{(settings) => <OfficeForm settings={settings} />}</ReadState>;
}

function OfficeForm({ settings }: { readonly settings: OfficeSettings }) {
  const versioned = useVersionedForm({
    draftKey: 'settings',
    schema: officeSchema,
    record: settings,
    valuesOf,
    fields: fieldWords,
    update: (values, version) => api.settings.update({ version, ...values }),
    readAgain: () => api.settings.get(),
    onSaved: () => showToast('The settings are saved.'),
  });
  const { form, submit, conflict } = versioned;

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={{ ...aboveFormActions, mb: 4 }}>
        <Panel title="Office">
          <FormText
            control={form.control}
            name="officeName"
            label="Name of the office"
            maxLength={120}
            help="It stands on every screen and on everything that is printed."
          />
        </Panel>
        <Panel title="Locking, passwords and trash">
          {policies.map((policy) => (
            <PolicyField key={policy.name} policy={policy} />
          ))}
        </Panel>
        <SaveBar versioned={versioned} />
      </Box>
      {conflict && <VersionComparison name="the settings" conflict={conflict} />}
    </FormProvider>
  );
}
