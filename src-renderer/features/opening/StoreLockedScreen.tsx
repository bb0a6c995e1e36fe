import { Box, Link } from '@mui/material';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { refreshSession, useSession } from '../../app/session/session';
import { PlainScreen } from '../../components/PlainScreen';
import { ReadState } from '../../components/ReadState';
import { OpenWithKeyStore } from './OpenWithKeyStore';
import { OpenWithPassphrase } from './OpenWithPassphrase';
import { OpenWithRecoveryCode } from './OpenWithRecoveryCode';

/** Opens the store in one of the ways it has. */
export function StoreLockedScreen() {
  const officeName = useSession((state) => state.view?.officeName);
  const ways = useRead('opening.ways', {});
  const [hasCode, setHasCode] = useState(false);

  return hasCode ? (
    <PlainScreen
      title="Open the store with the recovery code"
      officeName={officeName}
      description="Set a new passphrase afterwards, under Settings."
    >
      <OpenWithRecoveryCode onOpened={refreshSession} onLeave={() => setHasCode(false)} />
    </PlainScreen>
  ) : (
    <PlainScreen
      title="The store is locked"
      officeName={officeName}
      description="Everything the office keeps is encrypted. Open it for this start of Steward."
    >
      <ReadState read={ways}>
        {({ hasPassphrase, hasKeyStore }) => (
          <>
            {hasKeyStore && <OpenWithKeyStore isOnlyWay={!hasPassphrase} onOpened={refreshSession} />}
            {hasPassphrase && <OpenWithPassphrase hasOtherWay={hasKeyStore} onOpened={refreshSession} />}
            <Box sx={{ mt: 3 }}>
              <Link component="button" type="button" variant="body2" onClick={() => setHasCode(true)}>
                Use the recovery code
              </Link>
            </Box>
          </>
        )}
      </ReadState>
    </PlainScreen>
  );
}
