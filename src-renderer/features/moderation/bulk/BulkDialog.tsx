import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState } from 'react';
import type { BulkJob } from '../../../../src-shared/contract/moderation';
import { api } from '../../../api/call';
import { CallFailure } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import { ActionButton } from '../../../components/ActionButton';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import { FailureNotice } from '../../../components/FailureNotice';
import { useContractForm } from '../../../components/form/useContractForm';
import { BulkPreviewNotice } from './BulkPreviewNotice';
import { BulkWords } from './BulkWords';
import { bulkSchema, noWords, rejectionSchema, wordsOf } from './bulk-form';
import { type BulkChoice, type BulkDecision, startLabel } from './bulk-words';
import { noteStarted } from './started';

interface BulkDialogProps {
  readonly decision: BulkDecision;
  /** Those that are ticked, or all that the filter lets through. */
  readonly choice: BulkChoice;
  /** Such as "Reject all 1,234 that match". */
  readonly title: string;
  /** The domain that they all are from, where it can be blocked at the same time. */
  readonly domain?: string;
  readonly onStarted: (job: BulkJob) => void;
  readonly onClose: () => void;
}

/** The buttons stay in sight where the window is low. */
const scrollingContent = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const;

/** Decides on many at once: it says beforehand how many it touches, what it leaves out, and why. */
export function BulkDialog({ decision, choice, title, domain, onStarted, onClose }: BulkDialogProps) {
  const titleId = useId();
  const form = useContractForm(decision === 'reject' ? rejectionSchema : bulkSchema, noWords);
  const preview = useRead('moderation.previewBulk', { decision, choice });
  const mayBlock = useMay('moderation.manage') && domain !== undefined && decision === 'reject';
  const [blocks, setBlocks] = useState(true);
  const touches = preview.data?.touches;
  const hasNobody = touches === 0;

  const start = form.save(async (values) => {
    if (hasNobody) return;
    if (mayBlock && blocks) await block(domain);
    const job = await api.moderation.startBulk({ decision, choice, ...wordsOf(values) });
    noteStarted(job.id);
    onStarted(job);
    onClose();
  });

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <Box component="form" noValidate autoComplete="off" onSubmit={start} sx={scrollingContent}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <FailureNotice failure={preview.error} onRetry={() => void preview.refetch()} />
          <BulkPreviewNotice decision={decision} preview={preview.data} />
          {mayBlock && (
            <ExplainedCheckbox
              label={`Block ${domain}`}
              explanation={`A rule then rejects whoever registers with an e-mail of ${domain}, at once.`}
              isChecked={blocks}
              onChange={setBlocks}
            />
          )}
          <BulkWords form={form} decision={decision} />
          <FailureNotice failure={form.failure} />
          {decision === 'approve' && (
            <Alert severity="info">
              Of types that need a second moderator this notes your approval; a colleague has to approve them too.
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <ActionButton
            type="submit"
            variant="contained"
            color={decision === 'reject' ? 'error' : 'primary'}
            isRunning={form.formState.isSubmitting}
            aria-disabled={hasNobody || undefined}
          >
            {startLabel(decision, touches)}
          </ActionButton>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

/** Where there is such a rule already, there is nothing to add. */
async function block(domain: string): Promise<void> {
  try {
    await api.moderationSettings.addRules({ patterns: [domain], decision: 'reject', note: '' });
  } catch (refusal) {
    if (!(refusal instanceof CallFailure) || refusal.error.code !== 'RULE_TWICE') throw refusal;
  }
}
