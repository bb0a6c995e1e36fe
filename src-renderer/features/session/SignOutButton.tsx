import { useWrite } from '../../api/use-write';
import { showSession } from '../../app/session/session';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';

export function SignOutButton({ label = 'Sign out' }: { readonly label?: string }) {
  const signOut = useWrite('session.signOut');

  async function run(): Promise<void> {
    const view = await signOut.run({});
    if (view) showSession(view);
  }

  return (
    <>
      <FailureNotice failure={signOut.failure} />
      <ActionButton
        variant="outlined"
        color="inherit"
        fullWidth
        isRunning={signOut.isRunning}
        onClick={() => void run()}
      >
        {label}
      </ActionButton>
    </>
  );
}
