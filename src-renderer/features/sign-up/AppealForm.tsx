import { Box, Typography } from '@mui/material';
import { useId } from 'react';
import { contract } from '../../../src-shared/contract';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { api } from '../../api/call';
import { hasCode } from '../../api/failures';
import { queryClient } from '../../api/query-client';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { useFormDraft } from '../../components/form/drafts';
import { FormText } from '../../components/form/FormText';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { showToast } from '../../components/toasts';

const schema = contract.signUp.appeal.input.omit({ version: true });

/** Asks the office, once, to look at a rejection again. */
export function AppealForm({ signUp: { version } }: { readonly signUp: MySignUp }) {
  const headingId = useId();
  const form = useContractForm(schema, { message: '' });
  useFormDraft('sign-up/appeal', form);
  useUnsavedGuard(() => form.getValues('message') !== '');

  const appeal = form.save(async (values) => {
    try {
      await api.signUp.appeal({ ...values, version });
      form.reset();
      showToast('Your appeal was sent.');
    } catch (refusal) {
      const isOutdated = hasCode(refusal, 'STALE_VERSION') || hasCode(refusal, 'NO_APPEAL');
      if (isOutdated) void queryClient.invalidateQueries({ queryKey: ['signUp'] });
      throw refusal;
    }
  });

  return (
    <Box component="section" aria-labelledby={headingId} sx={{ mb: 3 }}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1 }}>
        Appeal
      </Typography>
      <Box component="form" noValidate onSubmit={appeal}>
        <FormText
          control={form.control}
          name="message"
          label="Why the office should look at it again"
          rows={4}
          maxLength={2_000}
          help="You can appeal once, so say all there is to say."
        />
        <FailureNotice failure={form.failure} />
        <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
          Appeal
        </ActionButton>
      </Box>
    </Box>
  );
}
