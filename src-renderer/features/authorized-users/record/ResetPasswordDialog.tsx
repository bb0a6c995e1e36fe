import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
} from '@mui/material';
import { useId, useState } from 'react';
import { z } from 'zod';
import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import { newPassword } from '../../../../src-shared/contract/shapes';
import { ActionButton } from '../../../components/ActionButton';
import { FailureNotice } from '../../../components/FailureNotice';
import { useContractForm } from '../../../components/form/useContractForm';
import { fullName } from '../../../components/people';
import { NewPasswordFields } from '../../passwords/NewPasswordFields';
import { withRepetition } from '../../passwords/repetition';
import { handOver } from '../hand-over';
import type { AuthorizedUserSide } from '../side';

const typedTwice = withRepetition(z.object({ newPassword }), 'newPassword');
const generated = z.object({ newPassword: z.string(), repetition: z.string() });
type Typed = z.input<typeof typedTwice>;

interface ResetPasswordDialogProps {
  readonly person: AuthorizedUser;
  readonly side: Pick<AuthorizedUserSide, 'resetPassword'>;
  readonly onClose: () => void;
}

/** A new password for somebody: one that is generated, unless one was agreed on with them. */
export function ResetPasswordDialog({ person, side, onClose }: ResetPasswordDialogProps) {
  const [isTyped, setIsTyped] = useState(false);
  const titleId = useId();
  const textId = useId();
  const form = useContractForm<Typed, Typed>(isTyped ? typedTwice : generated, { newPassword: '', repetition: '' });

  const reset = form.save(async (values) => {
    const chosen = isTyped ? values.newPassword : null;
    const { authorizedUser, oneTimePassword } = await side.resetPassword(person, chosen);
    onClose();
    handOver(authorizedUser, oneTimePassword ?? values.newPassword);
  });

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <Box component="form" noValidate autoComplete="off" onSubmit={reset}>
        <DialogTitle id={titleId}>Reset the password of {fullName(person)}</DialogTitle>
        <DialogContent>
          <DialogContentText id={textId} sx={{ mb: 1 }}>
            The password they have now stops working and they are signed out. The new one is for the next sign-in, where
            they choose a password of their own.
          </DialogContentText>
          <RadioGroup
            aria-label="New password"
            value={isTyped ? 'typed' : 'generated'}
            onChange={(_, chosen) => {
              form.clearErrors();
              setIsTyped(chosen === 'typed');
            }}
            sx={{ mb: 2 }}
          >
            <FormControlLabel value="generated" control={<Radio autoFocus />} label="Generate a one-time password" />
            <FormControlLabel value="typed" control={<Radio />} label="Type one that you have agreed on with them" />
          </RadioGroup>
          {isTyped && (
            <NewPasswordFields
              form={form}
              name="newPassword"
              repetitionName="repetition"
              label="New password"
              about={[person.email, person.givenName, person.familyName, person.login?.username ?? '']}
              autoComplete="off"
            />
          )}
          <FailureNotice failure={form.failure} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <ActionButton type="submit" variant="contained" isRunning={form.formState.isSubmitting}>
            Reset password
          </ActionButton>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
