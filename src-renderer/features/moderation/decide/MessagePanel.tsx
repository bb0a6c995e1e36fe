import { Box, Link, Typography } from '@mui/material';
import { useId, useRef } from 'react';
import type { OutputOf } from '../../../../src-shared/contract';
import type { DecisionKind } from '../../../../src-shared/contract/moderation-settings';
import { useRead } from '../../../api/use-read';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { useFormDraft } from '../../../components/form/drafts';
import { FormSelect } from '../../../components/form/FormSelect';
import { FormText } from '../../../components/form/FormText';
import { useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { fullName } from '../../../components/people';
import { ReadState } from '../../../components/ReadState';
import { DecidePanel, type DecidingProps } from './DecidePanel';
import { MessagePreview } from './MessagePreview';
import { lastTemplateFor, messageSchema, messageWords, rememberTemplate } from './message-form';
import { whyUnsendable } from './preview';
import { useTemplateText } from './useTemplateText';

export type Template = OutputOf<'moderation.templates'>['rows'][number];

interface MessagePanelProps extends DecidingProps {
  readonly decision: DecisionKind;
}

/** Why a case is decided as it is: a reason for the office, and what the person is told. */
export function MessagePanel(props: MessagePanelProps) {
  const read = useRead('moderation.templates', {});
  return (
    <ReadState read={read}>
      {({ rows }) => <MessageForm {...props} templates={rows.filter((one) => one.decision === props.decision)} />}
    </ReadState>
  );
}

interface MessageFormProps extends MessagePanelProps {
  /** Those for this decision. */
  readonly templates: readonly Template[];
}

function MessageForm({ decision, signUpCase, templates, acts, isOff, onClose }: MessageFormProps) {
  const { id, placeholders } = signUpCase;
  const { title, description, button, isMessageOptional } = messageWords[decision];
  const last = templates.find((template) => template.id === lastTemplateFor(decision));
  const form = useContractForm(messageSchema(isMessageOptional), {
    internalReason: '',
    templateId: last?.id ?? '',
    message: last?.text ?? '',
  });
  const { control, watch, setFocus } = form;
  useFormDraft(`moderation/${id}/${decision}`, form);
  const { templateId, message, internalReason } = watch();
  const template = templates.find((one) => one.id === templateId);
  const putInText = useTemplateText(form, templates);
  const hasChanges = internalReason !== '' || (message !== '' && message !== template?.text);
  const isSending = useRef(false);
  useUnsavedGuard(() => hasChanges && !isSending.current);

  const why = whyUnsendable(message, placeholders);
  const whyId = useId();

  const send = form.save(async (values) => {
    isSending.current = true;
    try {
      const isDone = await acts.decide(decision, values);
      if (isDone) rememberTemplate(decision, values.templateId);
    } finally {
      isSending.current = false;
    }
  });

  function submit(): void {
    if (why === null) {
      void send();
      return;
    }
    setFocus('message');
    // In a low window it is below what can be seen.
    document.getElementById(whyId)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <DecidePanel
      title={title(fullName(signUpCase))}
      description={description}
      hasChanges={hasChanges}
      isOff={isOff}
      onClose={onClose}
      onSubmit={submit}
      action={
        <ActionButton
          type="submit"
          variant="contained"
          color={decision === 'reject' ? 'error' : 'primary'}
          isRunning={acts.running === decision}
          aria-disabled={isOff}
          aria-describedby={why === null ? undefined : whyId}
        >
          {button}
        </ActionButton>
      }
    >
      <FailureNotice failure={form.failure} />
      <Box sx={besideEachOther}>
        {templates.length > 0 && (
          <FormSelect
            control={control}
            name="templateId"
            label="Template"
            emptyLabel="None"
            isOptional
            autoFocus
            options={templates.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        <FormText
          control={control}
          name="internalReason"
          label="Reason for the office"
          isOptional={decision !== 'reject' || templateId !== ''}
          autoFocus={templates.length === 0}
          maxLength={1_000}
          help="Never shown to the person."
        />
      </Box>
      <FormText
        control={control}
        name="message"
        label="Message to the person"
        isOptional={isMessageOptional}
        rows={4}
        maxLength={2_000}
        describedBy={whyId}
        help={<PlaceholderHelp names={Object.keys(placeholders)} />}
      />
      {template && message !== template.text && (
        <Box sx={{ mt: -0.5, mb: 1 }}>
          <Link component="button" type="button" variant="body2" onClick={putInText}>
            Put in the text of “{template.name}”
          </Link>
        </Box>
      )}
      <MessagePreview message={message} placeholders={placeholders} />
      <Typography id={whyId} role="status" variant="body2" color="error" sx={{ '&:not(:empty)': { mb: 1.5 } }}>
        {why}
      </Typography>
    </DecidePanel>
  );
}

const besideEachOther = {
  display: 'grid',
  columnGap: 2,
  '@container (min-width: 520px)': { gridTemplateColumns: '1fr 1fr' },
  '& > :only-child': { gridColumn: '1 / -1' },
} as const;

function PlaceholderHelp({ names }: { readonly names: readonly string[] }) {
  return <>Filled when it is sent: {names.map((name) => `{${name}}`).join(' ')}</>;
}
