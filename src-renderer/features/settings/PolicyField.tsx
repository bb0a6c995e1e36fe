import { useFormContext } from 'react-hook-form';
import { FormQuantity } from '../../components/form/FormQuantity';
import { limitsOf, type OfficeValues, type Policy } from './office-form';

export function PolicyField({ policy }: { readonly policy: Policy }) {
  const { control } = useFormContext<OfficeValues>();
  return <FormQuantity control={control} {...policy} {...limitsOf(policy.name)} />;
}
