import { Button } from '@mui/material';
import { useState } from 'react';
import { NewPassphraseDialog } from './NewPassphraseDialog';
import { Way } from './Way';

export function PassphraseWay({ isInUse }: { readonly isInUse: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Way
      title="Passphrase"
      isInUse={isInUse}
      explanation="Asked for each time Steward is started. It is the office’s, and nobody’s own password."
    >
      <Button variant="outlined" color="inherit" onClick={() => setIsAsking(true)}>
        {isInUse ? 'Set a new passphrase' : 'Set a passphrase'}
      </Button>
      {isAsking && <NewPassphraseDialog onClose={() => setIsAsking(false)} />}
    </Way>
  );
}
