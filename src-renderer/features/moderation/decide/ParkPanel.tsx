import { FormControlLabel, Radio, RadioGroup } from '@mui/material';
import { useRef } from 'react';
import { useController } from 'react-hook-form';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { Fieldset } from '../../../components/Fieldset';
import { useFormDraft } from '../../../components/form/drafts';
import { FormText } from '../../../components/form/FormText';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { fullName } from '../../../components/people';
import { formatDate } from '../../../components/times';
import { useNow } from '../../../components/useNow';
import { DecidePanel, type DecidingProps } from './DecidePanel';
import { type ParkChoice, parkableDays, parkChoices, parkedUntil, parkSchema } from './park-form';

const labels: Readonly<Record<ParkChoice, string>> = {
  tomorrow: 'Tomorrow',
  'in-3-days': 'In 3 days',
  'in-a-week': 'In a week',
  date: 'On a date',
};

/** Puts a case off until a day, on which it comes back by itself. */
export function ParkPanel({ signUpCase, acts, isOff, onClose }: DecidingProps) {
  const now = useNow();
  const form = useContractForm(parkSchema, { choice: 'tomorrow', until: '', internalReason: '' });
  const { control, watch } = form;
  useFormDraft(`moderation/${signUpCase.id}/park`, form);
  const { field } = useController({ control, name: 'choice' });
  const { choice, until, internalReason } = watch();
  const isSending = useRef(false);
  const hasChanges = internalReason !== '' || until !== '';
  useUnsavedGuard(() => hasChanges && !isSending.current);

  const send = form.save(async (values) => {
    isSending.current = true;
    try {
      await acts.park(values);
    } finally {
      isSending.current = false;
    }
  });

  return (
    <DecidePanel
      title={`Park ${fullName(signUpCase)}`}
      description="The case leaves the queue, and comes back on that day. The person is told nothing."
      hasChanges={hasChanges}
      isOff={isOff}
      onClose={onClose}
      onSubmit={() => void send()}
      action={
        <ActionButton type="submit" variant="contained" isRunning={acts.running === 'park'} aria-disabled={isOff}>
          Park
        </ActionButton>
      }
    >
      <FailureNotice failure={form.failure} />
      <Fieldset legend="Until" error={choice === 'date' ? undefined : form.formState.errors.until?.message}>
        <RadioGroup row aria-label="Until" value={choice} onChange={(_, value) => field.onChange(value)}>
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
        <FormText control={control} name="until" type="date" label="Day" inputProps={parkableDays(now)} />
      )}
      <FormText control={control} name="internalReason" label="Reason for the office" isOptional maxLength={1_000} />
    </DecidePanel>
  );
}

function untilWords(choice: ParkChoice, now: number): string {
  const until = choice === 'date' ? undefined : parkedUntil(choice, '', now);
  return until === undefined ? '' : `, ${formatDate(until)}`;
}
