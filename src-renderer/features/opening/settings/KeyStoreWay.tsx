import { useWrite } from '../../../api/use-write';
import { ActionButton } from '../../../components/ActionButton';
import { confirm } from '../../../components/confirm';
import { showToast } from '../../../components/toasts';
import { Way } from './Way';

interface KeyStoreWayProps {
  readonly isInUse: boolean;
  /** This computer has a key store that really encrypts. */
  readonly isAvailable: boolean;
}

export function KeyStoreWay({ isInUse, isAvailable }: KeyStoreWayProps) {
  const change = useWrite('opening.setKeyStore');

  async function use(): Promise<void> {
    if (await change.run({ isUsed: true })) showToast('The key store of this computer opens the store from now on.');
  }

  async function stop(): Promise<void> {
    const isConfirmed = await confirm({
      title: 'Stop using the key store of this computer?',
      text: 'From the next start on, somebody has to enter the passphrase.',
      action: 'Stop using it',
      isDangerous: true,
    });
    if (isConfirmed && (await change.run({ isUsed: false }))) {
      showToast('The key store of this computer opens the store no longer.');
    }
  }

  return (
    <Way
      title="Key store of this computer"
      isInUse={isInUse}
      explanation={
        isAvailable || isInUse
          ? 'Opens the store without a question for whoever is signed in to this computer as you are now.'
          : 'There is none here that Steward could use: the browser has none, and some systems do not encrypt theirs.'
      }
      failure={change.failure}
    >
      {isInUse && (
        <ActionButton variant="outlined" color="inherit" isRunning={change.isRunning} onClick={() => void stop()}>
          Stop using it
        </ActionButton>
      )}
      {!isInUse && isAvailable && (
        <ActionButton variant="outlined" color="inherit" isRunning={change.isRunning} onClick={() => void use()}>
          Use it
        </ActionButton>
      )}
    </Way>
  );
}
