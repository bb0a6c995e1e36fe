import { Box, Button, Stack, Typography } from '@mui/material';
import { failureDetails } from '../../api/failure-details';
import { CopyButton } from '../../components/CopyButton';

/** What to do about a screen that failed in a way nobody foresaw, and the details to copy for support. */
export function FailedScreen({ failure }: { readonly failure: unknown }) {
  const details = failureDetails(failure);
  return (
    <>
      <Typography sx={{ mb: 2 }}>
        Something went wrong while it was shown. What was saved is safe. Load it again; if it stays, copy the details
        for support.
      </Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <Button variant="contained" onClick={() => window.location.reload()}>
          Load again
        </Button>
        <CopyButton text={details} label="Copy the details" />
      </Stack>
      <Box
        component="pre"
        tabIndex={0}
        aria-label="Details"
        sx={{
          m: 0,
          p: 2,
          maxHeight: 320,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          fontSize: '0.75rem',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {details}
      </Box>
    </>
  );
}
