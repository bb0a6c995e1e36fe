import { Box } from '@mui/material';
import { useWrite } from '../../api/use-write';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';

interface OpenWithKeyStoreProps {
  readonly isOnlyWay: boolean;
  readonly onOpened: () => Promise<void>;
}

export function OpenWithKeyStore({ isOnlyWay, onOpened }: OpenWithKeyStoreProps) {
  const write = useWrite('opening.openWithKeyStore');

  async function open(): Promise<void> {
    if (await write.run({})) await onOpened();
  }

  return (
    <Box sx={{ mb: isOnlyWay ? 0 : 3 }}>
      <FailureNotice failure={write.failure} />
      <ActionButton variant="contained" fullWidth autoFocus isRunning={write.isRunning} onClick={() => void open()}>
        Open with the key store of this computer
      </ActionButton>
    </Box>
  );
}
