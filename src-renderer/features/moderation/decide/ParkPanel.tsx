import { FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useRef, useState } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/moderation';
import { CallFailure } from '../../../api/failures';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { Fieldset } from '../../../components/Fieldset';
import { TextInput } from '../../../components/form/TextInput';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { fullName } from '../../../components/people';
import { formatDate } from '../../../components/times';
import { useNow } from '../../../components/useNow';
import type { CaseActions } from '../case/useCaseActs';
import { DecidePanel } from './DecidePanel';
import { type ParkChoice, parkableDays, parkChoices, parkedUntil } from './park-days';

const labels: Readonly<Record<ParkChoice, string>> = {
  tomorrow: 'Tomorrow',
  'in-3-days': 'In 3 days',
  'in-a-week': 'In a week',
  date: 'On a date',
};

interface ParkPanelProps {
  readonly signUpCase: SignUpCase;
  readonly acts: CaseActions;
  readonly onClose: () => void;
}

/** Puts a case off until a day, on which it comes back by itself. */
export function ParkPanel({ signUpCase, acts, onClose }: ParkPanelProps) {
  const now = useNow();
  const [choice, setChoice] = useState<ParkChoice>('tomorrow');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [isDayMissing, setIsDayMissing] = useState(false);
  const dayField = useRef<HTMLInputElement>(null);
  const isSending = useRef(false);
  const hasChanges = reason !== '' || day !== '';
  useUnsavedGuard(() => hasChanges && !isSending.current);

  async function park(): Promise<void> {
    const until = parkedUntil(choice, day, Date.now());
    setIsDayMissing(until === undefined);
    setFailure(null);
    if (until === undefined) {
      dayField.current?.focus();
      return;
    }
    isSending.current = true;
    try {
      await acts.park({ until, internalReason: reason });
    } catch (refusal) {
      setFailure(refusal);
    } finally {
      isSending.current = false;
    }
  }

  const fields = failure instanceof CallFailure ? failure.error.fields : undefined;
  return (
    <DecidePanel
      title={`Park ${fullName(signUpCase)}`}
      description="The case leaves the queue, and comes back on that day. The person is told nothing."
      hasChanges={hasChanges}
      onClose={onClose}
      onSubmit={() => void park()}
      action={
        <ActionButton type="submit" variant="contained" isRunning={acts.running === 'park'}>
          Park
        </ActionButton>
      }
    >
      <FailureNotice failure={fields ? null : failure} />
      <Fieldset legend="Until">
        <RadioGroup row aria-label="Until" value={choice} onChange={(_, value) => setChoice(value as ParkChoice)}>
          {parkChoices.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio autoFocus={one === 'tomorrow'} />}
              label={`${labels[one]}${untilWords(one, now)}`}
            />
          ))}
        </RadioGroup>
      </Fieldset>
      {choice === 'date' && (
        <TextInput
          type="date"
          label="Day"
          value={day}
          onChange={setDay}
          inputRef={dayField}
          inputProps={parkableDays(now)}
          error={isDayMissing ? 'Choose the day on which it comes back.' : fields?.until?.message}
        />
      )}
      <TextInput
        label="Reason for the office"
        isOptional
        maxLength={1_000}
        value={reason}
        onChange={setReason}
        error={fields?.internalReason?.message}
      />
    </DecidePanel>
  );
}

function untilWords(choice: ParkChoice, now: number): string {
  const until = choice === 'date' ? undefined : parkedUntil(choice, '', now);
  return until === undefined ? '' : `, ${formatDate(until)}`;
}
