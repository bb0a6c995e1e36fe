import { Box, Button } from '@mui/material';
import { useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import type { DelegationChoices } from '../../../../src-shared/contract/delegation';
import { ActionButton } from '../../../components/ActionButton';
import { useFormDraft } from '../../../components/form/drafts';
import { aboveFormActions, FormActions } from '../../../components/form/FormActions';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { fullName } from '../../../components/people';
import { showToast } from '../../../components/toasts';
import type { WayBack } from '../../../components/useWayBack';
import { areSameValues } from '../../../components/versions/compare';
import { handOver } from '../hand-over';
import { withChoicesReadAgain } from './choices-read-again';
import { DetailsPanel } from './DetailsPanel';
import { type Details, detailsSchema, emptyDetails } from './details';
import { FormTabs } from './FormTabs';
import type { FormPartProps } from './form-part';
import { LoginPanel } from './LoginPanel';
import { SettingsPanel } from './SettingsPanel';

interface AddFormProps {
  readonly draftKey: string;
  readonly choices: DelegationChoices;
  readonly create: (details: Details) => Promise<AuthorizedUser>;
  readonly back: WayBack;
}

/** The form for somebody new. With a login, it ends with what is to be handed over. */
export function AddForm({ draftKey, choices, create, back }: AddFormProps) {
  const navigate = useNavigate();
  const form = useContractForm(
    useMemo(() => detailsSchema(null, choices.permissions), [choices]),
    emptyDetails,
  );
  useFormDraft(draftKey, form, ['password']);
  useUnsavedGuard(() => !areSameValues(form.getValues(), emptyDetails));

  const add = form.save(async (details) => {
    const person = await withChoicesReadAgain(() => create(details));
    form.reset(emptyDetails);
    // What is to be handed over says it by itself, and must not be covered.
    if (details.password === null) showToast(`${fullName(person)} was added.`);
    else handOver(person, details.password);
    await navigate(back.to, { state: back.state });
  });

  const part: FormPartProps = { form, choices, person: null };
  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={add} sx={aboveFormActions}>
        <FormTabs
          form={form}
          panels={{
            details: <DetailsPanel {...part} />,
            login: <LoginPanel {...part} />,
            settings: <SettingsPanel {...part} />,
          }}
        />
        <FormActions failure={form.failure}>
          <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
            Create Authorized User
          </ActionButton>
          <Button component={Link} to={back.to} state={back.state}>
            Cancel
          </Button>
        </FormActions>
      </Box>
    </FormProvider>
  );
}
