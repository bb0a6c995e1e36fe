import { Button, Dialog, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useId } from 'react';
import { showToast } from '../../components/toasts';
import { ChangePasswordForm } from './ChangePasswordForm';

export function ChangePasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();

  function close(): void {
    onClose();
    showToast('Your password is changed. You are signed out everywhere else.');
  }

  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>Change password</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>Your other windows are signed out when you change it.</DialogContentText>
        <ChangePasswordForm
          currentLabel="Current password"
          cancel={<Button onClick={onClose}>Cancel</Button>}
          onChanged={close}
        />
      </DialogContent>
    </Dialog>
  );
}
