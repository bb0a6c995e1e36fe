import { Box } from '@mui/material';
import { type ReactNode, useCallback, useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import type { DelegationChoices } from '../../../../src-shared/contract/delegation';
import { ActionButton } from '../../../components/ActionButton';
import { aboveFormActions } from '../../../components/form/FormActions';
import { fullName } from '../../../components/people';
import { showToast } from '../../../components/toasts';
import type { WayBack } from '../../../components/useWayBack';
import { SaveBar } from '../../../components/versions/SaveBar';
import { useVersionedForm } from '../../../components/versions/useVersionedForm';
import { VersionComparison } from '../../../components/versions/VersionComparison';
import { handOver } from '../hand-over';
import type { AuthorizedUserSide } from '../side';
import { withChoicesReadAgain } from './choices-read-again';
import { DetailsPanel } from './DetailsPanel';
import { detailsSchema, fieldWords, isSwitchedOn, valuesOf } from './details';
import { FormTabs } from './FormTabs';
import { LoginPanel } from './LoginPanel';
import { SettingsPanel } from './SettingsPanel';

interface EditFormProps {
  readonly person: AuthorizedUser;
  readonly choices: DelegationChoices;
  readonly side: Pick<AuthorizedUserSide, 'update' | 'read'>;
  readonly back: WayBack;
  /** What is known of the way in, and what can be done with it. */
  readonly wayIn: ReactNode;
}

/** The form on somebody who is there. */
export function EditForm({ person, choices, side, back, wayIn }: EditFormProps) {
  const navigate = useNavigate();

  async function goOn(): Promise<void> {
    await navigate(back.to, { state: back.state });
  }

  const versioned = useVersionedForm({
    draftKey: `authorized-users/${person.id}`,
    schema: useMemo(() => detailsSchema(person, choices.permissions), [person, choices]),
    record: person,
    valuesOf: useCallback((record: AuthorizedUser) => valuesOf(record, choices), [choices]),
    fields: useMemo(() => fieldWords(choices), [choices]),
    secrets: ['password'],
    update: async (details, version) => {
      const saved = await withChoicesReadAgain(() => side.update(person, details, version));
      if (details.password !== null) handOver(saved, details.password);
      return saved;
    },
    readAgain: () => side.read(person.id),
    onSaved: (saved) => {
      // What is to be handed over says it by itself, and must not be covered.
      const isHandedOver = isSwitchedOn(person, { isLoginEnabled: saved.loginState === 'enabled' });
      if (!isHandedOver) showToast(`${fullName(saved)} is saved.`);
      void goOn();
    },
    onUnchanged: () => void goOn(),
  });
  const { form, submit, conflict } = versioned;

  const part = { form, choices, person };
  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={aboveFormActions}>
        <FormTabs
          form={form}
          panels={{
            details: <DetailsPanel {...part} />,
            login: (
              <>
                {person.loginState === 'enabled' && wayIn}
                <LoginPanel {...part} />
                {person.loginState !== 'enabled' && wayIn}
              </>
            ),
            settings: <SettingsPanel {...part} />,
          }}
        />
        <SaveBar
          versioned={versioned}
          saveButtons={
            <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
              Save Authorized User
            </ActionButton>
          }
        />
      </Box>
      {conflict && <VersionComparison name={fullName(person)} conflict={conflict} />}
    </FormProvider>
  );
}
