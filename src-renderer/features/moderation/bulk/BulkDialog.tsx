import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useState } from 'react';
import type { BulkJob } from '../../../../src-shared/contract/bulk-decisions';
import { api } from '../../../api/call';
import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';
import { ActionButton } from '../../../components/ActionButton';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import { FailureNotice } from '../../../components/FailureNotice';
import { confirmLeaving, useUnsavedGuard } from '../../../components/form/unsaved';
import { useContractForm } from '../../../components/form/useContractForm';
import { BulkPreviewNotice } from './BulkPreviewNotice';
import { BulkWords } from './BulkWords';
import { blockDomain } from './block-domain';
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
  const noticeId = useId();
  const form = useContractForm(decision === 'reject' ? rejectionSchema : bulkSchema, noWords);
  // What is agreed to is what was read: others who come meanwhile are not touched, and nothing is counted again.
  const preview = useRead('moderation.previewBulk', { decision, choice }, { isOnce: true });
  const templates = useRead('moderation.templates', {}).data?.rows.filter((one) => one.decision === decision) ?? [];
  const mayBlock = useMay('moderation.manage') && domain !== undefined && decision === 'reject';
  const [blocks, setBlocks] = useState(false);
  const touches = preview.data?.touches;
  const mayStart = touches !== undefined && touches > 0;

  function hasChanges(): boolean {
    const { internalReason, message, templateId } = form.getValues();
    const text = templates.find(({ id }) => id === templateId)?.text ?? '';
    return internalReason !== '' || (message !== '' && message !== text);
  }
  useUnsavedGuard(hasChanges);

  const start = form.save(async (values) => {
    if (!preview.data || !mayStart) return;
    const { asOf } = preview.data;
    const counted = 'filter' in choice ? { ...choice, asOf } : choice;
    const job = await api.moderation.startBulk({ decision, choice: counted, ...wordsOf(values) });
    noteStarted(job.id);
    onStarted(job);
    onClose();
    if (mayBlock && blocks) void blockDomain(domain);
  });

  async function close(): Promise<void> {
    if (!hasChanges() || (await confirmLeaving())) onClose();
  }

  return (
    <Dialog open onClose={() => void close()} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <Box component="form" noValidate autoComplete="off" onSubmit={start} sx={scrollingContent}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <FailureNotice failure={preview.error} onRetry={() => void preview.refetch()} />
          <BulkPreviewNotice
            id={noticeId}
            decision={decision}
            preview={preview.data}
            hasFailed={preview.error !== null}
          />
          {mayBlock && (
            <ExplainedCheckbox
              label={`Block ${domain}`}
              explanation={`A rule then rejects whoever registers with an e-mail of ${domain}, at once.`}
              isChecked={blocks}
              onChange={setBlocks}
            />
          )}
          <BulkWords form={form} decision={decision} templates={templates} />
          <FailureNotice failure={form.failure} />
          {decision === 'approve' && (
            <Alert severity="info">
              Of types that need a second moderator this notes your approval; a colleague has to approve them too.
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={() => void close()}>Cancel</Button>
          <ActionButton
            type="submit"
            variant="contained"
            color={decision === 'reject' ? 'error' : 'primary'}
            isRunning={form.formState.isSubmitting}
            aria-disabled={!mayStart || undefined}
            aria-describedby={mayStart ? undefined : noticeId}
          >
            {startLabel(decision, touches)}
          </ActionButton>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
