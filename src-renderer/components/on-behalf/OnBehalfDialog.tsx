import { Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useEffect, useId } from 'react';
import { FormProvider } from 'react-hook-form';
import { CallFailure } from '../../api/failures';
import { ActionButton } from '../ActionButton';
import { FailureNotice } from '../FailureNotice';
import { FormText } from '../form/FormText';
import { useContractForm } from '../form/useContractForm';
import { IdentityFields } from './IdentityFields';
import { onBehalfOf, onBehalfSchema } from './on-behalf-form';
import type { AskedOnBehalf, OnBehalfState } from './useOnBehalf';

/** The buttons stay in sight where the window is low. */
const scrollingContent = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const;

/** Asks for the reason, and how it was made sure who asks, before a change of somebody else's account. */
export function OnBehalfDialog({ onBehalf }: { readonly onBehalf: OnBehalfState }) {
  return onBehalf.asked && <AskedDialog asked={onBehalf.asked} onBehalf={onBehalf} />;
}

interface AskedDialogProps {
  readonly asked: AskedOnBehalf;
  readonly onBehalf: OnBehalfState;
}

function AskedDialog({ asked, onBehalf }: AskedDialogProps) {
  const { title, text, action, isDangerous, identity, isFromForm, perform, end } = asked;
  const { typed, keepTyped } = onBehalf;
  const titleId = useId();
  const textId = useId();
  const form = useContractForm(onBehalfSchema(identity), typed);
  const { subscribe, formState } = form;

  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keepTyped(structuredClone(values)) }),
    [subscribe, keepTyped],
  );

  const submit = form.save(async (values) => {
    try {
      await perform(onBehalfOf(values));
    } catch (refusal) {
      if (!isFromForm || isAboutReason(refusal)) throw refusal;
      end(refusal);
    }
  });

  /** The reason stays, but who was verified for one act was not for the next. */
  function putOff(): void {
    keepTyped({ ...form.getValues(), isVerified: false });
    end();
  }

  return (
    <Dialog open onClose={putOff} maxWidth="sm" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <FormProvider {...form}>
        <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={scrollingContent}>
          <DialogTitle id={titleId}>{title}</DialogTitle>
          <DialogContent>
            <DialogContentText id={textId} sx={{ mb: 2 }}>
              {text}
            </DialogContentText>
            <FormText
              control={form.control}
              name="onBehalf.reason"
              label="Reason"
              rows={2}
              maxLength={500}
              autoFocus
              help="It stays in the activity."
            />
            <IdentityFields identity={identity} />
            <FailureNotice failure={form.failure} />
          </DialogContent>
          <DialogActions>
            <Button onClick={putOff}>Cancel</Button>
            <ActionButton
              type="submit"
              variant="contained"
              color={isDangerous ? 'error' : 'primary'}
              isRunning={formState.isSubmitting}
            >
              {action}
            </ActionButton>
          </DialogActions>
        </Box>
      </FormProvider>
    </Dialog>
  );
}

/** Whether the main side complains about what is typed in this dialog. */
function isAboutReason(refusal: unknown): boolean {
  const fields = (refusal instanceof CallFailure && refusal.error.fields) || {};
  return Object.keys(fields).some((path) => path.startsWith('onBehalf'));
}
