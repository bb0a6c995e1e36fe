import { useRef } from 'react';
import { contract } from '../../../../src-shared/contract';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { useFormDraft } from '../../../components/form/drafts';
import { FormText } from '../../../components/form/FormText';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { fullName } from '../../../components/people';
import { DecidePanel, type DecidingProps } from './DecidePanel';

const reopenSchema = contract.moderation.reopen.input.pick({ internalReason: true });

/** Brings a case back to where it waits. */
export function ReopenPanel({ signUpCase, acts, isOff, onClose }: DecidingProps) {
  const form = useContractForm(reopenSchema, { internalReason: '' });
  useFormDraft(`moderation/${signUpCase.id}/reopen`, form);
  const hasChanges = form.watch('internalReason') !== '';
  const isSending = useRef(false);
  useUnsavedGuard(() => hasChanges && !isSending.current);

  const send = form.save(async (values) => {
    isSending.current = true;
    try {
      if (await acts.reopen(values)) onClose();
    } finally {
      isSending.current = false;
    }
  });

  return (
    <DecidePanel
      title={`Reopen the case of ${fullName(signUpCase)}`}
      description={whatComesOfIt(signUpCase)}
      hasChanges={hasChanges}
      isOff={isOff}
      onClose={onClose}
      onSubmit={() => void send()}
      action={
        <ActionButton type="submit" variant="contained" isRunning={acts.running === 'reopen'} aria-disabled={isOff}>
          Reopen
        </ActionButton>
      }
    >
      <FailureNotice failure={form.failure} />
      <FormText
        control={form.control}
        name="internalReason"
        label="Reason for the office"
        isOptional
        autoFocus
        maxLength={1_000}
      />
    </DecidePanel>
  );
}

function whatComesOfIt({ state, kind }: SignUpCase): string {
  if (state !== 'approved') return 'The case waits again, and can be decided anew.';
  return kind === 'account'
    ? 'The case waits again. The person awaits approval, and is signed out of everything else, until it is decided anew.'
    : 'The case waits again. The profile counts as not approved until it is decided anew.';
}
