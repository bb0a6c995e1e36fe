import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId } from 'react';
import { ExplainedCheckbox } from '../../../components/ExplainedCheckbox';
import { Key } from './Key';
import { chooseKeys, useKeyChoice } from './key-choice';
import { keyGroups } from './keys';

interface KeysDialogProps {
  readonly onClose: () => void;
}

/** Every key of the screen with what it does, and the way to switch them off. */
export function KeysDialog({ onClose }: KeysDialogProps) {
  const titleId = useId();
  const isOn = useKeyChoice((state) => state.isOn);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>Keys in moderation</DialogTitle>
      <DialogContent>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
            columnGap: 4,
            rowGap: 2,
            mb: 2,
          }}
        >
          {keyGroups.map(({ title, keys }) => (
            <section key={title}>
              <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>
                {title}
              </Typography>
              <Box component="dl" sx={{ m: 0, typography: 'body2' }}>
                {keys.map(({ keys: shown, does }) => (
                  <Box key={does} sx={{ display: 'flex', gap: 1, py: 0.375, alignItems: 'baseline' }}>
                    <Box component="dt" sx={{ flex: '0 0 92px', display: 'flex', gap: 0.5 }}>
                      {shown.map((key) => (
                        <Key key={key}>{key}</Key>
                      ))}
                    </Box>
                    <Box component="dd" sx={{ m: 0 }}>
                      {does}
                    </Box>
                  </Box>
                ))}
              </Box>
            </section>
          ))}
        </Box>
        <ExplainedCheckbox
          label="Single keys act"
          explanation="Switch this off if you dictate, or press keys by mistake. The buttons do all the same."
          isChecked={isOn}
          onChange={chooseKeys}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
