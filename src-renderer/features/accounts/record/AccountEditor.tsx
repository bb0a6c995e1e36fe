import { Alert, Box } from '@mui/material';
import { FormProvider } from 'react-hook-form';
import { aboveFormActions } from '../../../components/form/FormActions';
import { Panel } from '../../../components/Panel';
import { fullName } from '../../../components/people';
import { SaveBar } from '../../../components/versions/SaveBar';
import { VersionComparison } from '../../../components/versions/VersionComparison';
import type { Grantable } from '../../staff/rights';
import { NotesField } from '../form/NotesField';
import { PersonFields } from '../form/PersonFields';
import { RightsPanel } from '../form/RightsPanel';
import { SaveButtons } from '../form/SaveButtons';
import { StatusFields } from '../form/StatusFields';
import { AccountFacts } from './AccountFacts';
import type { AccountTabsProps } from './AccountTabs';
import { useAccountEditor } from './useAccountEditor';

interface AccountEditorProps extends AccountTabsProps {
  /** Undefined for whoever may not give rights. */
  readonly grantable: Grantable | undefined;
}

/** The form on the record. In the trash it shows facts only, unless something was typed that is not saved. */
export function AccountEditor(props: AccountEditorProps) {
  const { account, rights, grantable } = props;
  const { versioned, chosen, choose } = useAccountEditor(props);
  const { form, submit, conflict, hasChanges } = versioned;
  if (!rights.isEditable && !hasChanges) return <AccountFacts account={account} />;

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={aboveFormActions}>
        <Panel title="Person">
          <PersonFields />
        </Panel>
        <Panel title="Status">
          <StatusFields
            whyActiveIsFixed={rights.isOwn ? 'You cannot deactivate your own account. Ask a colleague.' : null}
            whyStaffIsFixed={grantable ? null : 'You may not decide who is staff.'}
          />
        </Panel>
        <RightsPanel grantable={grantable} />
        <Panel>
          <NotesField />
        </Panel>
        {rights.isEditable ? (
          <SaveBar
            versioned={versioned}
            saveButtons={<SaveButtons chosen={chosen} onChoose={choose} isRunning={form.formState.isSubmitting} />}
          />
        ) : (
          <Alert severity="warning">
            The account can no longer be changed, so what you typed cannot be saved. It stays here until you leave this
            record, and can be saved once the account is restored.
          </Alert>
        )}
      </Box>
      {conflict && <VersionComparison name={fullName(account)} conflict={conflict} />}
    </FormProvider>
  );
}
