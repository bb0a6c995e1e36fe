import { Alert, Box } from '@mui/material';
import { useFormContext, useWatch } from 'react-hook-form';
import { contract } from '../../../../src-shared/contract';
import { useRead } from '../../../api/use-read';
import { useDebounced } from '../../../components/useDebounced';
import type { AccountValues } from './account-form';
import { DuplicateEntry } from './DuplicateEntry';

const pauseInTyping = 400;
const shortestName = 2;

/** A quiet word while somebody is added who may have an account already. It keeps nobody from going on. */
export function LikelyDuplicates() {
  const { control } = useFormContext<AccountValues>();
  const [givenName, familyName, phone] = useWatch({ control, name: ['givenName', 'familyName', 'phone'] });
  const asked = useDebounced(JSON.stringify({ givenName, familyName, phone }), pauseInTyping);
  // What cannot be read as a name or a phone is complained about by its field.
  const { data: input } = contract.accounts.duplicates.input.safeParse(JSON.parse(asked));
  const hasName = [givenName, familyName].every((name) => name.trim().length >= shortestName);
  const isEnabled = input !== undefined && (hasName || phone.trim() !== '');
  const read = useRead('accounts.duplicates', input ?? nobodyInParticular, { isEnabled });
  const found = isEnabled ? (read.data?.rows ?? []) : [];

  return (
    <Box role="status">
      {found.length > 0 && (
        <Alert severity="info" sx={{ mb: 2, alignItems: 'start' }}>
          {found.length === 1 ? 'There is an account like this already:' : 'There are accounts like this already:'}
          <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none' }}>
            {found.map((row) => (
              <DuplicateEntry key={row.id} row={row} />
            ))}
          </Box>
        </Alert>
      )}
    </Box>
  );
}

const nobodyInParticular = { givenName: '', familyName: '', phone: '' };
