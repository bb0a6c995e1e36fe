import { useRead } from '../../../api/use-read';
import { useMay } from '../../../app/permissions';

interface KnownPlaceholders {
  /** The labels of the fields that profiles have. */
  readonly fieldLabels: readonly string[];
  /** Whether those are all there are: not for whoever may not look at them. */
  readonly isComplete: boolean;
  readonly typeName: string;
}

/** What a message can be filled with besides what everybody has. */
export function useKnownPlaceholders(): KnownPlaceholders {
  const maySee = useMay('accounts.view');
  const { data } = useRead('profiles.types', {}, { isEnabled: maySee });
  const types = data?.rows.filter(({ isArchived }) => !isArchived) ?? [];
  const labels = types.flatMap(({ fields }) => fields.map(({ label }) => label));
  return {
    fieldLabels: [...new Set(labels)],
    isComplete: data !== undefined,
    typeName: types[0]?.name ?? 'Buyer',
  };
}
