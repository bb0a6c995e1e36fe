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
import type { InputOf } from '../../../src-shared/contract';
import type { ProfileField } from '../../../src-shared/contract/profiles';
import { counted } from '../../components/numbers';

type Decision = InputOf<'profiles.updateType'>['removed'][number];

export interface RemovedValuesQuestion {
  readonly fields: readonly ProfileField[];
  readonly profileCount: number;
  /** Null where nothing is to be saved. */
  readonly answer: (decisions: Decision[] | null) => void;
}

/** Asks, field by field, what becomes of the values of fields that are taken out of a type. */
export function RemovedValuesDialog({ question }: { readonly question: RemovedValuesQuestion }) {
  const { fields, profileCount, answer } = question;
  const [deleted, setDeleted] = useState<ReadonlySet<string>>(new Set());
  const titleId = useId();
  const textId = useId();

  function decide(id: string, values: string): void {
    const next = new Set(deleted);
    if (values === 'delete') next.add(id);
    else next.delete(id);
    setDeleted(next);
  }

  return (
    <Dialog
      open
      onClose={() => answer(null)}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
      aria-describedby={textId}
    >
      <DialogTitle id={titleId}>What becomes of the values?</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId} sx={{ mb: 1 }}>
          {fields.length === 1 ? 'A field is' : `${fields.length} fields are`} taken out of this type, which has{' '}
          {counted(profileCount, 'profile', 'profiles')}. Kept values stay readable and can no longer be changed;
          deleted ones cannot be brought back.
        </DialogContentText>
        {fields.map(({ id, label }) => (
          <FieldDecision
            key={id}
            label={label}
            values={deleted.has(id) ? 'delete' : 'keep'}
            onDecide={(values) => decide(id, values)}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={() => answer(null)}>
          Cancel
        </Button>
        <Button
          variant="contained"
          color={deleted.size > 0 ? 'error' : 'primary'}
          onClick={() => answer(fields.map(({ id }) => ({ id, values: deleted.has(id) ? 'delete' : 'keep' })))}
        >
          {deleted.size > 0 ? 'Save and delete these values' : 'Save and keep the values'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FieldDecisionProps {
  readonly label: string;
  readonly values: Decision['values'];
  readonly onDecide: (values: string) => void;
}

function FieldDecision({ label, values, onDecide }: FieldDecisionProps) {
  const labelId = useId();
  return (
    <Box sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box id={labelId} sx={{ typography: 'subtitle2', overflowWrap: 'anywhere' }}>
        {label}
      </Box>
      <RadioGroup row aria-labelledby={labelId} value={values} onChange={(_, chosen) => onDecide(chosen)}>
        <FormControlLabel value="keep" control={<Radio />} label="Keep its values" />
        <FormControlLabel value="delete" control={<Radio />} label="Delete its values" />
      </RadioGroup>
    </Box>
  );
}
