import { Alert, Box, Button } from '@mui/material';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import type { ProfileValues } from '../../../src-shared/contract/profiles';
import type { MySignUp } from '../../../src-shared/contract/sign-up';
import { errorText } from '../../../src-shared/errors';
import { api } from '../../api/call';
import { CallFailure, hasCode } from '../../api/failures';
import { queryClient } from '../../api/query-client';
import { FailureNotice } from '../../components/FailureNotice';
import { useDraft } from '../../components/form/drafts';
import { confirmLeaving } from '../../components/form/unsaved';
import { showToast } from '../../components/toasts';
import { NewerVersionNotice } from '../../components/versions/SaveBar';
import { useVersionedForm } from '../../components/versions/useVersionedForm';
import { VersionComparison } from '../../components/versions/VersionComparison';
import { useChangedFields } from '../profiles/useChangedFields';
import { ValueFields } from '../profiles/ValueFields';
import type { TypedValues } from '../profiles/value-form';
import { sendValues } from '../registration/refusals';
import { MessageField, NameFields, PhoneField } from '../registration/SubmittedFields';
import { Arrivals, type ArrivedSignUp } from './arrivals';
import {
  correctionOf,
  correctionSchema,
  correctionWords,
  fieldsOf,
  isSameSubmission,
  type JudgedCorrection,
  sentValues,
  type TypedCorrection,
  typedCorrection,
} from './correction-form';
import { SendActions } from './SendActions';
import { whyNothingCanBeSent } from './sign-up-words';

interface CorrectionFormProps {
  readonly signUp: MySignUp;
  /** Undefined where it stays open until it is sent. */
  readonly onClose: (() => void) | undefined;
  readonly onSent: () => void;
  /** Told as soon as there is something to lose. */
  readonly onTyped: () => void;
}

const draftKey = 'sign-up/correction';

/** What the person has sent, to be corrected and sent again. What is typed stays, whatever the office does meanwhile. */
export function CorrectionForm({ signUp, onClose, onSent, onTyped }: CorrectionFormProps) {
  const fields = fieldsOf(signUp);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const [kept] = useDraft<ArrivedSignUp>(`${draftKey}/base`);
  const arrivals = useRef<Arrivals>(null);
  arrivals.current ??= new Arrivals(kept);
  const noted = arrivals.current;
  const why = whyNothingCanBeSent(signUp);
  const versioned = useVersionedForm<ArrivedSignUp, TypedCorrection, JudgedCorrection>({
    draftKey,
    schema: useMemo(() => correctionSchema(signUp), [signUp]),
    record: useMemo(() => noted.note(signUp), [noted, signUp]),
    valuesOf: typedCorrection,
    fields: useMemo(() => correctionWords(fields), [fields]),
    update: resubmit,
    readAgain: async () => noted.note(await api.signUp.mine()),
    onSaved: () => {
      showToast('It was sent again.');
      onSent();
    },
    onUnchanged: () => setIsUnchanged(true),
  });
  const { form, submit, hasChanges, compare, conflict } = versioned;
  const changedFields = useChangedFields(form as unknown as UseFormReturn<TypedValues, unknown, ProfileValues>, fields);

  useEffect(() => {
    if (hasChanges) onTyped();
  }, [hasChanges, onTyped]);

  async function resubmit(judged: JudgedCorrection, begunFrom: number): Promise<ArrivedSignUp> {
    const version = noted.sentVersionOf(begunFrom);
    try {
      return noted.note(await sendValues(() => api.signUp.resubmit({ ...correctionOf(judged, fields), version })));
    } catch (refusal) {
      const isStale = hasCode(refusal, 'STALE_VERSION');
      if (isStale || hasCode(refusal, 'SIGN_UP_DECIDED')) void queryClient.invalidateQueries({ queryKey: ['signUp'] });
      // Not what was sent has changed, but what the office says of it: there is nothing to compare.
      if (isStale && isSameSubmission(await api.signUp.mine(), signUp)) {
        throw new CallFailure('signUp.resubmit', errorText('SIGN_UP_DECIDED'));
      }
      throw refusal;
    }
  }

  async function close(): Promise<void> {
    if (hasChanges && !(await confirmLeaving())) return;
    versioned.reset();
    onClose?.();
  }

  return (
    <FormProvider {...form}>
      <Box
        component="form"
        noValidate
        aria-label="Correct what you have sent"
        onSubmit={(event) => {
          setIsUnchanged(false);
          if (why === null) return submit(event);
          event.preventDefault();
        }}
      >
        <NameFields control={form.control} hasFocus={onClose !== undefined} />
        <PhoneField control={form.control} />
        {changedFields}
        <ValueFields fields={fields} kept={sentValues(signUp)} />
        <MessageField control={form.control} />
        <FailureNotice failure={form.failure} />
        {isUnchanged && !hasChanges && (
          <Alert severity="info" role="alert" sx={{ mb: 2 }}>
            Nothing was changed yet. Change what is wrong, or write to the office in the message.
          </Alert>
        )}
        {compare && <NewerVersionNotice onCompare={compare} />}
        <SendActions label="Send again" isRunning={form.formState.isSubmitting} why={why}>
          {onClose && <Button onClick={() => void close()}>Cancel</Button>}
        </SendActions>
      </Box>
      {conflict && <VersionComparison name="what you have sent" conflict={conflict} />}
    </FormProvider>
  );
}
