import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { confirmLeaving } from '../../../components/form/unsaved';
import type { CaseActions } from '../case/useCaseActs';

/** What every way to decide on a case is given. */
export interface DecidingProps {
  readonly signUpCase: SignUpCase;
  readonly acts: CaseActions;
  /** It cannot be done to the case as it has become; what is written stays. */
  readonly isOff: boolean;
  readonly onClose: () => void;
}

interface DecidePanelProps {
  readonly title: string;
  /** What comes of it, in a sentence. */
  readonly description?: ReactNode;
  /** Asked when it is closed without sending. */
  readonly hasChanges: boolean;
  /** Nothing can be sent at the moment. */
  readonly isOff: boolean;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** The button that sends. */
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/**
 * Where it is said how a case is decided. It is no dialog: the case stays in sight and can be read on. Ctrl or Cmd and
 * Enter send from any field, Escape closes.
 */
export function DecidePanel(props: DecidePanelProps) {
  const { title, description, hasChanges, isOff, onClose, onSubmit, action, children } = props;
  const headingId = useId();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Its fields are below; the one that has the focus already may have been scrolled to instead.
    form.current?.scrollIntoView({ block: 'start' });
  }, []);

  function submit(): void {
    if (!isOff) onSubmit();
  }

  /** Before the field has it: a list of choices would open. */
  function sendByKeys(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  }

  function closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    void close();
  }

  async function close(): Promise<void> {
    if (!hasChanges || (await confirmLeaving())) onClose();
  }

  return (
    <Paper
      component="form"
      ref={form}
      noValidate
      variant="outlined"
      aria-labelledby={headingId}
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        submit();
      }}
      onKeyDownCapture={sendByKeys}
      onKeyDown={closeByKey}
      sx={{ p: 2, mb: 2, borderColor: 'primary.main', scrollMarginTop: 12 }}
    >
      <Typography id={headingId} variant="h3" component="h3">
        {title}
      </Typography>
      {description && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.25 }}>
          {description}
        </Typography>
      )}
      <Box sx={{ mt: 1.5 }}>{children}</Box>
      <Typography aria-live="polite" variant="body2" sx={{ '&:not(:empty)': { mb: 1.5 } }}>
        {isOff && 'This cannot be done with the case as it is now. What you have written stays here, to be copied.'}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        {action}
        <Button onClick={() => void close()}>Cancel</Button>
      </Stack>
    </Paper>
  );
}
