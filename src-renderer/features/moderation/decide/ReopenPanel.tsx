import { useRef, useState } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/moderation';
import { CallFailure } from '../../../api/failures';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { TextInput } from '../../../components/form/TextInput';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { fullName } from '../../../components/people';
import type { CaseActions } from '../case/useCaseActs';
import { DecidePanel } from './DecidePanel';

interface ReopenPanelProps {
  readonly signUpCase: SignUpCase;
  readonly acts: CaseActions;
  readonly onClose: () => void;
}

/** Brings a case back to where it waits. */
export function ReopenPanel({ signUpCase, acts, onClose }: ReopenPanelProps) {
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const isSending = useRef(false);
  useUnsavedGuard(() => reason !== '' && !isSending.current);

  async function reopen(): Promise<void> {
    setFailure(null);
    isSending.current = true;
    try {
      if (await acts.reopen({ internalReason: reason })) onClose();
    } catch (refusal) {
      setFailure(refusal);
    } finally {
      isSending.current = false;
    }
  }

  const field = failure instanceof CallFailure ? failure.error.fields?.internalReason : undefined;
  return (
    <DecidePanel
      title={`Reopen the case of ${fullName(signUpCase)}`}
      description={whatComesOfIt(signUpCase)}
      hasChanges={reason !== ''}
      onClose={onClose}
      onSubmit={() => void reopen()}
      action={
        <ActionButton type="submit" variant="contained" isRunning={acts.running === 'reopen'}>
          Reopen
        </ActionButton>
      }
    >
      <FailureNotice failure={field ? null : failure} />
      <TextInput
        label="Reason for the office"
        isOptional
        autoFocus
        maxLength={1_000}
        value={reason}
        onChange={setReason}
        error={field?.message}
      />
    </DecidePanel>
  );
}

function whatComesOfIt({ state, kind }: SignUpCase): string {
  if (state !== 'approved') return 'The case waits again, and can be decided anew.';
  return kind === 'account'
    ? 'The case waits again. The person is held back, and signed out of everything else, until it is decided anew.'
    : 'The case waits again. The profile counts as not approved until it is decided anew.';
}
