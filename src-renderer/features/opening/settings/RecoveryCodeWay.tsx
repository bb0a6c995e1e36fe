import { useWrite } from '../../../api/use-write';
import { useSession } from '../../../app/session/session';
import { ActionButton } from '../../../components/ActionButton';
import { confirm } from '../../../components/confirm';
import { showNewRecoveryCode } from '../../recovery/new-recovery-code';
import { Way } from './Way';

export function RecoveryCodeWay() {
  const replacement = useWrite('opening.replaceRecoveryCode');
  const view = useSession((state) => state.view);

  async function replace(): Promise<void> {
    const isConfirmed = await confirm({
      title: 'Make a new recovery code?',
      text: 'The code on the printed sheet stops working at once. The new one is shown once, to be printed.',
      action: 'Make a new code',
      isDangerous: true,
    });
    if (!isConfirmed || !view?.user) return;
    const answer = await replacement.run({});
    if (!answer) return;
    const officeName = view.officeName ?? '';
    showNewRecoveryCode({ code: answer.recoveryCode, officeName, reason: 'replaced' }, view.user.id);
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
    </Way>
  );
}
