import { Typography } from '@mui/material';
import { PlainScreen } from '../../components/PlainScreen';

export function WindowUnknownScreen() {
  return (
    <PlainScreen title="This window is not known to Steward">
      <Typography>
        Open Steward with the address it printed at its start: in the terminal where Steward was started, or from
        another open Steward window, by a link opened in a new tab.
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        The address ends with a key. It is made anew whenever Steward starts, so one from earlier lets nobody in.
      </Typography>
    </PlainScreen>
  );
}
