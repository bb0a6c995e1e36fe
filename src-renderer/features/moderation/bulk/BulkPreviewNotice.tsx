import { Box, Typography } from '@mui/material';
import { counted, formatNumber } from '../../../components/numbers';
import { type BulkDecision, type BulkPreview, skipWords } from './bulk-words';

interface BulkPreviewNoticeProps {
  readonly id: string;
  readonly decision: BulkDecision;
  /** Undefined until it is known. */
  readonly preview: BulkPreview | undefined;
  readonly hasFailed: boolean;
}

/** How many it would touch, what it would leave out, and why. */
export function BulkPreviewNotice({ id, decision, preview, hasFailed }: BulkPreviewNoticeProps) {
  return (
    <Box role="status" id={id} sx={{ mb: 2 }}>
      {preview === undefined ? (
        <Typography color="textSecondary">
          {hasFailed
            ? 'Nothing can be decided before it is known how many there are.'
            : 'Counting how many there are before anything can be decided…'}
        </Typography>
      ) : (
        <>
          <Typography sx={{ fontWeight: 600 }}>
            {preview.touches === 0
              ? 'There is nobody among them who can be decided on.'
              : `${counted(preview.touches, 'sign-up', 'sign-ups')} will be ${decision === 'approve' ? 'approved' : 'rejected'}.`}
          </Typography>
          {preview.skipped.length > 0 && (
            <>
              <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
                Left out:
              </Typography>
              <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2' }}>
                {preview.skipped.map(({ code, count }) => (
                  <li key={code}>
                    {formatNumber(count)} {skipWords[code]}
                  </li>
                ))}
              </Box>
            </>
          )}
        </>
      )}
    </Box>
  );
}
