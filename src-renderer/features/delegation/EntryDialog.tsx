import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, type ReactNode, useId } from 'react';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { confirmLeaving } from '../../components/form/unsaved';

interface EntryDialogProps {
  readonly title: string;
  readonly action: string;
  readonly failure: unknown;
  readonly notice?: ReactNode;
  readonly isRunning: boolean;
  readonly hasChanges: () => boolean;
  readonly onSubmit: (event: FormEvent) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The buttons stay in sight where the window is low. */
const scrollingContent = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const;

/** A small form over the list it belongs to; closing it asks first where something was typed. */
export function EntryDialog(props: EntryDialogProps) {
  const { title, action, failure, notice, isRunning, hasChanges, onSubmit, onClose, children } = props;
  const titleId = useId();

  async function close(): Promise<void> {
    if (!hasChanges() || (await confirmLeaving())) onClose();
  }

  return (
    <Dialog open onClose={() => void close()} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <Box component="form" noValidate autoComplete="off" onSubmit={onSubmit} sx={scrollingContent}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {children}
          <FailureNotice failure={failure} />
          {notice}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => void close()}>Cancel</Button>
          <ActionButton type="submit" variant="contained" isRunning={isRunning}>
            {action}
          </ActionButton>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
