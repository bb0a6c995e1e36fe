import type { AuthorizedUser } from '../../../../src-shared/contract/authorized-users';
import type { DelegationChoices } from '../../../../src-shared/contract/delegation';
import type { ContractForm } from '../../../components/form/useContractForm';
import type { Details, DetailsValues } from './details';

export type DetailsForm = ContractForm<DetailsValues, Details>;

/** What every part of the form is given. */
export interface FormPartProps {
  readonly form: DetailsForm;
  readonly choices: DelegationChoices;
  /** Null for somebody new. */
  readonly person: AuthorizedUser | null;
}
