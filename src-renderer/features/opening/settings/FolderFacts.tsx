import { Box, Stack, Typography } from '@mui/material';
import { CopyButton } from '../../../components/CopyButton';

/** The folder with everything in it, and how to copy it so that the copy is good. */
export function FolderFacts({ folder }: { readonly folder: string }) {
  return (
    <>
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 2 }}>
        <Box
          component="code"
          sx={{ flex: '1 1 280px', overflowWrap: 'anywhere', fontSize: '0.8125rem', userSelect: 'all' }}
        >
          {folder}
        </Box>
        <CopyButton text={folder} label="Copy the path" />
      </Stack>
      <Typography variant="body2" color="textSecondary">
        To keep a copy, close Steward first and then copy the whole folder, to a drive that is kept somewhere else. A
        file copied while Steward runs is no good copy. The copy is encrypted like the original, and opens with the
        passphrase or the recovery code of the day it was made.
      </Typography>
    </>
  );
}
