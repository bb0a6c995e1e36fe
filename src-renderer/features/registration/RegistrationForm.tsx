import { Box, Button, Stack } from '@mui/material';
import { useMemo, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { OutputOf } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { queryClient } from '../../api/query-client';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { FormText } from '../../components/form/FormText';
import { confirmLeaving, useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { NewPasswordFields } from '../passwords/NewPasswordFields';
import { useWait } from '../session/useWait';
import { WaitNotice } from '../session/WaitNotice';
import { sendValues } from './refusals';
import {
  type Judged,
  nothingTyped,
  registrationOf,
  registrationSchema,
  type TypedRegistration,
} from './registration-form';
import { MessageField, NameFields, PhoneField } from './SubmittedFields';
import { TypeChoice, TypeFields } from './TypeFields';

interface RegistrationFormProps {
  readonly offer: OutputOf<'registration.offer'>;
  readonly onSent: (email: string) => void;
  readonly onLeave: () => void;
}

/** Who somebody is who wants an account, and the password they will sign in with. */
export function RegistrationForm({ offer, onSent, onLeave }: RegistrationFormProps) {
  const { types: offered } = offer;
  const [typeId, setTypeId] = useState('');
  const type = offered.length === 1 ? offered[0] : offered.find(({ id }) => id === typeId);
  const only = offered.length === 1 ? (offered[0]?.id ?? '') : '';
  const form = useContractForm<TypedRegistration, Judged>(
    useMemo(() => registrationSchema(type, offered), [type, offered]),
    { ...nothingTyped, typeId: only },
  );
  const chosen = form.watch('typeId');
  if (chosen !== typeId) setTypeId(chosen);
  const about = form.watch(['email', 'givenName', 'familyName']);
  const wait = useWait('REGISTRATION_WAIT');
  const isTyped = () => Object.entries(form.getValues()).some(([name, typed]) => name !== 'typeId' && typed !== '');
  useUnsavedGuard(isTyped);

  const send = form.save(async (judged) => {
    if (wait.seconds > 0) return;
    try {
      const registration = registrationOf(judged, type);
      await sendValues(() => api.registration.register(registration));
      onSent(registration.email);
    } catch (refusal) {
      if (wait.heed(refusal)) return;
      // Perhaps because what is offered has changed meanwhile.
      void queryClient.invalidateQueries({ queryKey: ['registration'] });
      throw refusal;
    }
  });

  async function leave(): Promise<void> {
    if (!isTyped() || (await confirmLeaving())) onLeave();
  }

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate onSubmit={send}>
        <FormText
          control={form.control}
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          maxLength={254}
          autoFocus
          help="You sign in with it."
        />
        <NameFields control={form.control} />
        <PhoneField control={form.control} />
        <NewPasswordFields form={form} name="password" repetitionName="repetition" label="Password" about={about} />
        <TypeChoice control={form.control} offered={offered} />
        {type && <TypeFields key={type.id} type={type} />}
        <MessageField control={form.control} />
        <WaitNotice seconds={wait.seconds} why="Many people have registered just now." />
        {wait.seconds === 0 && <FailureNotice failure={form.failure} />}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          <ActionButton
            type="submit"
            variant="contained"
            isRunning={form.formState.isSubmitting}
            aria-disabled={wait.seconds > 0 || undefined}
          >
            {offer.isModerated ? 'Ask for an account' : 'Create an account'}
          </ActionButton>
          <Button onClick={() => void leave()}>Back to sign-in</Button>
        </Stack>
      </Box>
    </FormProvider>
  );
}
