import { Typography } from '@mui/material';
import { errorMessages } from '../../../src-shared/errors';
import { PlainScreen } from '../../components/PlainScreen';

export function WindowUnknownScreen() {
  return (
    <PlainScreen title="This window is not known to Steward">
      <Typography>{errorMessages.WINDOW_UNKNOWN}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        The address ends with a key. It is made anew whenever Steward starts, so one from earlier lets nobody in. Every
        tab needs it, a copy of another tab too.
      </Typography>
    </PlainScreen>
  );
}
