import { Box, Button } from '@mui/material';
import { useRef, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { Link, useLocation, useNavigate } from 'react-router';
import { api } from '../../../api/call';
import { useMay } from '../../../app/permissions';
import { NoPermissionScreen } from '../../../app/shell/NoPermissionScreen';
import { FailureNotice } from '../../../components/FailureNotice';
import { useFormDraft } from '../../../components/form/drafts';
import { aboveFormActions, FormActions } from '../../../components/form/FormActions';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { LoadingState } from '../../../components/LoadingState';
import { Page } from '../../../components/Page';
import { Panel } from '../../../components/Panel';
import { fullName } from '../../../components/people';
import { showToast } from '../../../components/toasts';
import { useListAddress } from '../../../components/useListAddress';
import { areSameValues } from '../../../components/versions/compare';
import { NewPasswordFields } from '../../passwords/NewPasswordFields';
import type { Grantable } from '../../staff/rights';
import { newAccountOf, newAccountSchema, nobody } from './account-form';
import { LikelyDuplicates } from './LikelyDuplicates';
import { NeedsApprovalField } from './NeedsApprovalField';
import { NotesField } from './NotesField';
import { PersonFields } from './PersonFields';
import { RightsPanel } from './RightsPanel';
import { SaveButtons } from './SaveButtons';
import { StatusFields } from './StatusFields';
import type { AfterSaving } from './save-choices';
import { useGrantable } from './useGrantable';

export function AddAccount() {
  return useMay('accounts.manage') ? <AddAccountScreen /> : <NoPermissionScreen label="Add User" />;
}

function AddAccountScreen() {
  const list = useListAddress('/users');
  // Each is typed into a form of its own, which begins at its first field.
  const [added, setAdded] = useState(0);
  const { grantable, isLoading, error, refetch } = useGrantable();
  return (
    <Page title="Add User" width="form" back={{ to: list, label: 'Users' }}>
      <FailureNotice failure={error} onRetry={() => void refetch()} />
      {isLoading ? (
        <LoadingState />
      ) : (
        <AddAccountForm key={added} list={list} grantable={grantable} onAnother={() => setAdded(added + 1)} />
      )}
    </Page>
  );
}

interface AddAccountFormProps {
  readonly list: string;
  readonly grantable: Grantable | undefined;
  readonly onAnother: () => void;
}

function AddAccountForm({ list, grantable, onAnother }: AddAccountFormProps) {
  const navigate = useNavigate();
  const { state }: { state: unknown } = useLocation();
  const form = useContractForm(newAccountSchema, nobody);
  const after = useRef<AfterSaving>('list');
  const [chosen, setChosen] = useState<AfterSaving>('list');
  useFormDraft('users/new', form, ['password']);
  useUnsavedGuard(() => !areSameValues(form.getValues(), nobody));
  const about = form.watch(['email', 'givenName', 'familyName']);

  const add = form.save(async (values) => {
    const account = await api.accounts.create(newAccountOf(values));
    form.reset(nobody);
    showToast(`${fullName(account)} was added.`);
    if (after.current === 'another') onAnother();
    else if (after.current === 'stay') await navigate(`/users/${account.id}`, { replace: true, state });
    else await navigate(list);
  });

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={add} sx={aboveFormActions}>
        <Panel title="Person">
          <PersonFields hasFocus />
          <LikelyDuplicates />
        </Panel>
        <Panel
          title="Password"
          description="Several words make a long one that is easy to type. Tell it to them yourself: it is good for the first sign-in, where they must choose one of their own."
        >
          <NewPasswordFields form={form} name="password" label="Password" about={about} />
        </Panel>
        <Panel title="Status">
          <StatusFields whyStaffIsFixed={grantable ? null : 'You may not decide who is staff.'} />
          <NeedsApprovalField />
        </Panel>
        <RightsPanel grantable={grantable} />
        <Panel>
          <NotesField />
        </Panel>
        <FormActions failure={form.failure}>
          <SaveButtons
            chosen={chosen}
            isRunning={form.formState.isSubmitting}
            onChoose={(choice) => {
              after.current = choice;
              setChosen(choice);
            }}
          />
          <Button component={Link} to={list}>
            Cancel
          </Button>
        </FormActions>
      </Box>
    </FormProvider>
  );
}
