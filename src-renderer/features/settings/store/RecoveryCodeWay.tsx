import { useState } from 'react';
import { useWrite } from '../../../api/use-write';
import { ActionButton } from '../../../components/ActionButton';
import { confirm } from '../../../components/confirm';
import { showToast } from '../../../components/toasts';
import { NewRecoveryCodeDialog } from './NewRecoveryCodeDialog';
import { Way } from './Way';

export function RecoveryCodeWay() {
  const replacement = useWrite('opening.replaceRecoveryCode');
  const [code, setCode] = useState<string | null>(null);

  async function replace(): Promise<void> {
    const isConfirmed = await confirm({
      title: 'Make a new recovery code?',
      text: 'The code on the printed sheet stops working at once. The new one is shown once, to be printed.',
      action: 'Make a new code',
      isDangerous: true,
    });
    if (!isConfirmed) return;
    const answer = await replacement.run({});
    if (answer) setCode(answer.recoveryCode);
  }

  function forget(): void {
    setCode(null);
    showToast('The new recovery code is in force. Destroy the old sheet.');
  }

  return (
    <Way
      title="Recovery code"
      isInUse
      explanation="For when everything else is lost: it opens the store, and lets a superuser set a new password."
      failure={replacement.failure}
    >
      <ActionButton variant="outlined" color="inherit" isRunning={replacement.isRunning} onClick={() => void replace()}>
        Make a new recovery code
      </ActionButton>
      {code !== null && <NewRecoveryCodeDialog code={code} onDone={forget} />}
    </Way>
  );
}
