import { Box, Button, Stack, Step, StepLabel, Stepper } from '@mui/material';
import { useEffect, useRef } from 'react';
import type { OutputOf } from '../../../src-shared/contract';
import { api } from '../../api/call';
import { showSession } from '../../app/session/session';
import { ActionButton } from '../../components/ActionButton';
import { FailureNotice } from '../../components/FailureNotice';
import { useUnsavedGuard } from '../../components/form/unsaved';
import { areSameValues } from '../../components/versions/compare';
import { visuallyHidden } from '../../components/visuallyHidden';
import { refusalOf } from '../passwords/refusal';
import { showNewRecoveryCode } from '../recovery/new-recovery-code';
import { suggestSignInName } from '../session/sign-in-name';
import { FinishStep } from './FinishStep';
import { OfficeStep } from './OfficeStep';
import { StoreStep } from './StoreStep';
import { SuperuserStep } from './SuperuserStep';
import { cluesOf, fieldsOfStep, nothingTyped, type SetUpStep, secretOfStep, steps, useSetUpForm } from './set-up-form';
import { useStepHistory } from './useStepHistory';

const titles: Record<SetUpStep, string> = {
  office: 'Office',
  store: 'Store',
  superuser: 'Superuser',
  finish: 'Finish',
};

export function SetUpSteps({ computer }: { readonly computer: OutputOf<'setup.options'> }) {
  const form = useSetUpForm();
  const [step, goTo] = useStepHistory();
  useUnsavedGuard(() => !areSameValues(form.getValues(), nothingTyped));
  const position = steps.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when another step is shown.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [step]);

  async function goOn(): Promise<void> {
    const isAccepted = await form.trigger([...fieldsOfStep[step]], { shouldFocus: true });
    if (isAccepted && !(await isSecretRefused())) goTo(steps[position + 1] ?? step);
  }

  /** Judges the secret of this step now, rather than when the office is made. */
  async function isSecretRefused(): Promise<boolean> {
    const field = secretOfStep[step];
    const secret = field && form.getValues(field);
    if (!field || !secret) return false;
    try {
      const refusal = await refusalOf(secret, cluesOf(form.getValues()));
      if (refusal) form.setError(field, { type: 'refused', message: refusal }, { shouldFocus: true });
      return refusal !== null;
    } catch (failure) {
      form.setFailure(failure);
      return true;
    }
  }

  const create = form.save(async ({ passphraseAgain: _, superuser: { passwordAgain: __, ...superuser }, ...rest }) => {
    const { recoveryCode } = await api.setup.create({ ...rest, superuser });
    suggestSignInName(superuser.email);
    showNewRecoveryCode({ code: recoveryCode, officeName: rest.officeName, reason: 'office-set-up' });
    showSession(await api.session.state());
  });

  async function createOrCorrect(): Promise<void> {
    await create();
    // What was refused may stand on a step that is not shown any more.
    const wrong = steps.find((each) => fieldsOfStep[each].some((field) => form.getFieldState(field).invalid));
    if (wrong) goTo(wrong);
  }

  return (
    <>
      <Stepper activeStep={position} sx={{ mb: 3 }}>
        {steps.map((each) => (
          <Step key={each}>
            <StepLabel>{titles[each]}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Box component="h2" ref={heading} tabIndex={-1} sx={visuallyHidden}>
        {`Step ${position + 1} of ${steps.length}: ${titles[step]}`}
      </Box>
      <FailureNotice failure={form.failure} />
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (step === 'finish' ? createOrCorrect() : goOn());
        }}
      >
        {step === 'office' && <OfficeStep form={form} folder={computer.folder} />}
        {step === 'store' && <StoreStep form={form} hasKeyStore={computer.hasKeyStore} />}
        {step === 'superuser' && <SuperuserStep form={form} />}
        {step === 'finish' && <FinishStep form={form} />}
        <Stack direction="row" sx={{ justifyContent: 'space-between', mt: 2 }}>
          {position > 0 && (
            <Button disabled={form.formState.isSubmitting} onClick={() => goTo(steps[position - 1] ?? step)}>
              Back
            </Button>
          )}
          <ActionButton type="submit" sx={{ ml: 'auto' }} variant="contained" isRunning={form.formState.isSubmitting}>
            {step === 'finish' ? 'Set up the office' : 'Next'}
          </ActionButton>
        </Stack>
      </Box>
    </>
  );
}
