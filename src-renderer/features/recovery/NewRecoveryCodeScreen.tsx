import { PlainScreen } from '../../components/PlainScreen';
import { RecoveryCode } from '../../components/RecoveryCode';
import { forgetNewRecoveryCode, type NewRecoveryCode } from './new-recovery-code';

const descriptions = {
  'office-set-up': 'The office is set up. One thing is left to do before you sign in.',
  'password-recovered':
    'Your new password is set. The code you have just used no longer works: this one takes its place.',
  replaced: 'The code on the printed sheet no longer works: this one takes its place.',
} as const;

export function NewRecoveryCodeScreen({ code, officeName, reason }: NewRecoveryCode) {
  const doneLabel = reason === 'replaced' ? 'Done' : 'Go to sign-in';
  return (
    <PlainScreen title="Recovery code" officeName={officeName} description={descriptions[reason]} width={520}>
      <RecoveryCode code={code} officeName={officeName} doneLabel={doneLabel} onDone={forgetNewRecoveryCode} />
    </PlainScreen>
  );
}
