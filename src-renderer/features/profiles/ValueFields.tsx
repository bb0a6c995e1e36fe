import { Box } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { Profile, ProfileField } from '../../../src-shared/contract/profiles';
import { longestLongText, longestText } from '../../../src-shared/profile-values';
import { FormSelect } from '../../components/form/FormSelect';
import { FormText } from '../../components/form/FormText';
import { keptValue, noLongerOffered, type TypedValues } from './value-form';

interface ValueFieldsProps {
  readonly fields: readonly ProfileField[];
  /** What the profile has; nothing for a new one. */
  readonly kept?: Profile['values'];
  readonly hasFocus?: boolean;
}

/** The fields of a type, to be filled in. */
export function ValueFields({ fields, kept = [], hasFocus = false }: ValueFieldsProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2, alignItems: 'start' }}>
      {fields.map((field, index) => (
        <Box key={field.id} sx={{ gridColumn: field.kind === 'long-text' ? '1 / -1' : undefined, minWidth: 0 }}>
          <ValueField
            field={field}
            offeredNoMore={noLongerOffered(field, keptValue(field, kept))}
            hasFocus={hasFocus && index === 0}
          />
        </Box>
      ))}
    </Box>
  );
}

interface ValueFieldProps {
  readonly field: ProfileField;
  readonly offeredNoMore: string | null;
  readonly hasFocus: boolean;
}

function ValueField({ field, offeredNoMore, hasFocus }: ValueFieldProps) {
  const { control } = useFormContext<TypedValues>();
  const { id, label, kind, isRequired, choices } = field;
  const shared = { control, name: id, label, isOptional: !isRequired, autoFocus: hasFocus };
  switch (kind) {
    case 'text':
      return <FormText {...shared} maxLength={longestText} />;
    case 'long-text':
      return <FormText {...shared} rows={4} maxLength={longestLongText} />;
    case 'number':
      return <FormText {...shared} maxLength={40} inputProps={{ inputMode: 'decimal' }} />;
    case 'date':
      return <FormText {...shared} maxLength={40} help="Year, month and day, such as 2026-03-31." />;
    case 'choice': {
      const offered = choices.map((choice) => ({ value: choice, label: choice }));
      const stays = offeredNoMore ? [{ value: offeredNoMore, label: `${offeredNoMore} (no longer offered)` }] : [];
      return <FormSelect {...shared} options={[...offered, ...stays]} emptyLabel="Not chosen" />;
    }
    case 'yes-no':
      return <FormSelect {...shared} options={yesAndNo} emptyLabel="Not chosen" />;
  }
}

const yesAndNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;
