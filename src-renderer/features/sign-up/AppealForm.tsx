import { Box, Button, Typography } from '@mui/material';
import { useEffect, useId } from 'react';
import { contract } from '../../../src-shared/contract';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { api } from '../../api/call';
import { hasCode } from '../../api/failures';
import { queryClient } from '../../api/query-client';
import { FailureNotice } from '../../components/FailureNotice';
import { useDraft, useFormDraft } from '../../components/form/drafts';
import { FormText } from '../../components/form/FormText';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { useContractForm } from '../../components/form/useContractForm';
import { showToast } from '../../components/toasts';
import { SendActions } from './SendActions';

const whyNot =
  'There is nothing to appeal against any more, so this cannot be sent. What you have typed stays here until you discard it.';

const schema = contract.signUp.appeal.input.omit({ version: true });

/** There for whoever may appeal, and as long as there is something typed that would be lost. */
export function Appeal({ signUp }: { readonly signUp: MySignUp }) {
  const [hasTyped = false, setHasTyped] = useDraft<boolean>('sign-up/has-typed-appeal');
  return (signUp.mayAppeal || hasTyped) && <AppealForm signUp={signUp} onTyped={setHasTyped} />;
}

interface AppealFormProps {
  readonly signUp: MySignUp;
  readonly onTyped: (hasTyped: boolean) => void;
}

/** Asks the office, once, to look at a rejection again. */
function AppealForm({ signUp: { version, mayAppeal }, onTyped }: AppealFormProps) {
  const headingId = useId();
  const form = useContractForm(schema, { message: '' });
  useFormDraft('sign-up/appeal', form);
  useUnsavedGuard(() => form.getValues('message') !== '');
  const { isDirty } = form.formState;
  useEffect(() => {
    if (isDirty) onTyped(true);
  }, [isDirty, onTyped]);

  function putAway(): void {
    form.reset();
    onTyped(false);
  }

  const appeal = form.save(async (values) => {
    try {
      await api.signUp.appeal({ ...values, version });
      putAway();
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
      <Box component="form" noValidate onSubmit={(event) => (mayAppeal ? appeal(event) : event.preventDefault())}>
        <FormText
          control={form.control}
          name="message"
          label="Why the office should look at it again"
          rows={4}
          maxLength={2_000}
          help="You can appeal once, so say all there is to say."
        />
        <FailureNotice failure={form.failure} />
        <SendActions label="Appeal" isRunning={form.formState.isSubmitting} why={mayAppeal ? null : whyNot}>
          {!mayAppeal && <Button onClick={putAway}>Discard</Button>}
        </SendActions>
      </Box>
    </Box>
  );
}
