import { Alert, Box, Button } from '@mui/material';
import type { ProfileField, ProfileType } from '../../../src-shared/contract/profiles';
import { fieldsLeftOut, type TypedField } from './type-form';

interface LeftOutFieldsProps {
  readonly type: ProfileType;
  readonly typed: readonly TypedField[];
  readonly onPutBack: (field: ProfileField) => void;
}

/** The fields that go with the next save, as long as they can still be put back. */
export function LeftOutFields({ type, typed, onPutBack }: LeftOutFieldsProps) {
  const fields = fieldsLeftOut(type, typed);
  if (fields.length === 0) return null;
  return (
    <Alert severity="info" sx={{ mt: 2, alignItems: 'flex-start' }}>
      Removed when you save{type.profileCount > 0 && ', where you are asked what becomes of their values'}:
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {fields.map((field) => (
          <Box component="li" key={field.id} sx={{ overflowWrap: 'anywhere' }}>
            {field.label}{' '}
            <Button
              size="small"
              color="inherit"
              onClick={() => onPutBack(field)}
              aria-label={`Put ${field.label} back`}
            >
              Put back
            </Button>
          </Box>
        ))}
      </Box>
    </Alert>
  );
}
