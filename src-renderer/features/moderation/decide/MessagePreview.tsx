import { Box, Typography } from '@mui/material';
import { piecesOf } from '../../../../src-shared/placeholders';

interface MessagePreviewProps {
  readonly message: string;
  readonly placeholders: Readonly<Record<string, string>>;
}

/** A message as the person will read it. What nothing fills is marked. */
export function MessagePreview({ message, placeholders }: MessagePreviewProps) {
  const parts = piecesOf(message, placeholders);
  if (parts.length === 0) return null;
  let offset = 0;
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="body2" sx={{ fontWeight: 550, mb: 0.5 }}>
        As they will read it
      </Typography>
      <Box
        data-preview
        sx={{
          px: 1.5,
          py: 1,
          borderInlineStart: 3,
          borderColor: 'divider',
          typography: 'body2',
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
          '& mark': { bgcolor: 'transparent', color: 'error.main', fontWeight: 600, textDecoration: 'underline wavy' },
        }}
      >
        {parts.map(({ text, isUnfilled }) => {
          const key = offset;
          offset += text.length;
          return isUnfilled ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
        })}
      </Box>
    </Box>
  );
}
