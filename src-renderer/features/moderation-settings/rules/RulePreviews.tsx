import { Box, Typography } from '@mui/material';
import { counted, formatNumber } from '../../../components/numbers';
import { patternsIn } from './rule-lines';
import { mostPreviewed, type RulePreview, useRulePreviews } from './useRulePreviews';

/** Whom the patterns mean that are typed. */
export function RulePreviews({ text }: { readonly text: string }) {
  const previews = useRulePreviews(text);
  const more = patternsIn(text).length - mostPreviewed;
  return (
    <Box role="status" sx={{ mb: 2 }}>
      {previews.length > 0 && (
        <Box
          component="ul"
          aria-label="Whom they mean"
          sx={{ m: 0, p: 0, listStyle: 'none', typography: 'body2', maxHeight: 180, overflowY: 'auto' }}
        >
          {previews.map((preview) => (
            <Box component="li" key={preview.pattern} sx={{ py: 0.5, overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {preview.pattern}
              </Box>{' '}
              <Meaning preview={preview} />
            </Box>
          ))}
        </Box>
      )}
      {more > 0 && (
        <Typography variant="body2" color="textSecondary">
          And {formatNumber(more)} more, which are not looked up here.
        </Typography>
      )}
    </Box>
  );
}

function Meaning({ preview: { meant, error } }: { readonly preview: RulePreview }) {
  if (error !== null) {
    return (
      <Box component="span" sx={{ display: 'block', color: 'error.main' }}>
        {error}
      </Box>
    );
  }
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {meant === null ? '…' : wordsOf(meant)}
    </Box>
  );
}

function wordsOf({ waiting, accounts }: NonNullable<RulePreview['meant']>): string {
  const waits = `${formatNumber(waiting)} waiting`;
  return accounts === null ? waits : `${waits}, ${counted(accounts, 'account', 'accounts')} in all`;
}
