import { Button, Link, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { openOwnPasswordDialog } from '../../../../app/shell/own-password';
import { ActionButton } from '../../../../components/ActionButton';
import { Panel } from '../../../../components/Panel';
import type { AccountTabsProps } from '../AccountTabs';
import { SetPasswordForm } from './SetPasswordForm';

/** A new password for somebody: a one-time password rather than one that staff have thought of. */
export function PasswordPanel({ account, acts, rights, ask }: AccountTabsProps) {
  const [isSetting, setIsSetting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);

  function endSetting(): void {
    setIsSetting(false);
    opener.current?.focus();
  }

  if (rights.isOwn) {
    return (
      <Panel title="Password">
        <Button variant="outlined" color="inherit" onClick={openOwnPasswordDialog}>
          Change password
        </Button>
      </Panel>
    );
  }
  return (
    <Panel
      title="Password"
      description="Passwords are kept so that nobody can read them. Whoever has lost theirs gets a one-time password, which is shown once, can be printed, and must be changed at the next sign-in."
    >
      <ActionButton
        variant="contained"
        isRunning={acts.running === 'give-password'}
        onClick={() => acts.run('give-password')}
      >
        Give a one-time password
      </ActionButton>
      <Typography variant="body2" sx={{ mt: 2 }}>
        Where that does not do, use{' '}
        <Link
          ref={opener}
          component="button"
          type="button"
          variant="body2"
          underline="always"
          aria-expanded={isSetting}
          onClick={() => setIsSetting(true)}
          sx={{ verticalAlign: 'baseline' }}
        >
          this form
        </Link>{' '}
        to set a password that you have agreed on with them.
      </Typography>
      {isSetting && <SetPasswordForm account={account} ask={ask} onEnd={endSetting} />}
    </Panel>
  );
}
