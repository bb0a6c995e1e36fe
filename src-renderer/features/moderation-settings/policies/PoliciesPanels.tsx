import { Box } from '@mui/material';
import { useMemo } from 'react';
import { FormProvider } from 'react-hook-form';
import type { ModerationPolicies } from '../../../../src-shared/contract/moderation-settings';
import { api } from '../../../api/call';
import { Declined, hasCode } from '../../../api/failures';
import { useRead } from '../../../api/use-read';
import { aboveFormActions } from '../../../components/form/FormActions';
import { FormQuantity } from '../../../components/form/FormQuantity';
import { Panel } from '../../../components/Panel';
import { ReadState } from '../../../components/ReadState';
import { showToast } from '../../../components/toasts';
import { SaveBar } from '../../../components/versions/SaveBar';
import { useVersionedForm } from '../../../components/versions/useVersionedForm';
import { VersionComparison } from '../../../components/versions/VersionComparison';
import { PolicyTick } from './PolicyTick';
import {
  limitsOf,
  moderationLabel,
  type PolicyValues,
  policySchema,
  policyWords,
  quantities,
  registrationLabel,
  valuesOf,
} from './policy-form';
import { TypePolicyTable } from './TypePolicyTable';
import { useWaitingQuestion } from './useWaitingQuestion';
import { WaitingQuestion } from './WaitingQuestion';

/** Whether people can register, and what has to happen before they are let in. */
export function PoliciesPanels() {
  const read = useRead('moderationSettings.policies', {});
  return <ReadState read={read}>{(policies) => <PoliciesForm policies={policies} />}</ReadState>;
}

function PoliciesForm({ policies }: { readonly policies: ModerationPolicies }) {
  const question = useWaitingQuestion();
  const versioned = useVersionedForm({
    draftKey: 'moderation-settings/policies',
    schema: policySchema,
    record: policies,
    valuesOf,
    fields: useMemo(() => policyWords(policies.types), [policies.types]),
    update,
    readAgain: () => api.moderationSettings.policies(),
    onSaved: () => undefined,
  });
  const { form, submit, conflict } = versioned;

  async function update(values: PolicyValues, version: number): Promise<ModerationPolicies> {
    try {
      return told(await api.moderationSettings.updatePolicies({ version, ...values }));
    } catch (refusal) {
      if (!hasCode(refusal, 'WAITING_UNDECIDED')) throw refusal;
      const waiting = await question.ask();
      if (waiting === null) throw new Declined();
      return told(await api.moderationSettings.updatePolicies({ version, ...values, waiting }));
    }
  }

  return (
    <FormProvider {...form}>
      <Box component="form" noValidate autoComplete="off" onSubmit={submit} sx={{ ...aboveFormActions, mb: 4 }}>
        <Panel title="Registration and approval">
          <PolicyTick
            name="isRegistrationOpen"
            label={registrationLabel}
            explanation="“Create an account” stands on the sign-in screen."
          />
          <PolicyTick
            name="isOn"
            label={moderationLabel}
            explanation="Whoever registers sees nothing but how it stands until they are approved. Otherwise they are let in at once. Who is let in already stays so either way."
          />
        </Panel>
        <Panel
          title="Profile types"
          description="A profile that your office adds to an account later can need approval of its own. Of some types you may want two different moderators to approve."
        >
          <TypePolicyTable types={policies.types} />
        </Panel>
        <Panel title="Times">
          {quantities.map((quantity) => (
            <FormQuantity key={quantity.name} control={form.control} {...quantity} {...limitsOf(quantity.name)} />
          ))}
        </Panel>
        <SaveBar versioned={versioned} />
      </Box>
      {conflict && <VersionComparison name="the policies" conflict={conflict} />}
      <WaitingQuestion question={question} />
    </FormProvider>
  );
}

interface Updated {
  readonly policies: ModerationPolicies;
  readonly isLettingIn: boolean;
}

function told({ policies, isLettingIn }: Updated): ModerationPolicies {
  showToast(
    isLettingIn ? 'The policies are saved. Everybody who waits is being let in now.' : 'The policies are saved.',
  );
  return policies;
}
