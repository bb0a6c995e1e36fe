import { Box } from '@mui/material';
import { useRead } from '../../../api/use-read';
import { Panel } from '../../../components/Panel';
import { ReadState } from '../../../components/ReadState';
import { FolderFacts } from './FolderFacts';
import { KeyStoreWay } from './KeyStoreWay';
import { PassphraseWay } from './PassphraseWay';
import { RecoveryCodeWay } from './RecoveryCodeWay';

/** How the store is opened, and where it lies. */
export function StorePanels() {
  const read = useRead('opening.settings', {});
  return (
    <ReadState read={read}>
      {({ folder, hasPassphrase, hasKeyStore, canUseKeyStore }) => (
        <>
          <Panel
            title="How the store is opened"
            description="The store is encrypted. These are the ways by which this office opens it."
          >
            <Box sx={{ '& > :not(:first-of-type)': { borderTop: 1, borderColor: 'divider', pt: 2, mt: 2 } }}>
              <PassphraseWay isInUse={hasPassphrase} />
              <KeyStoreWay isInUse={hasKeyStore} isAvailable={canUseKeyStore} />
              <RecoveryCodeWay />
            </Box>
          </Panel>
          <Panel title="Where the data lies">
            <FolderFacts folder={folder} />
          </Panel>
        </>
      )}
    </ReadState>
  );
}
