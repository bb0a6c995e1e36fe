import { Box, Checkbox, FormControlLabel, FormHelperText } from '@mui/material';
import { type ReactNode, type Ref, useId } from 'react';

interface ExplainedCheckboxProps {
  readonly label: string;
  readonly explanation?: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Why it cannot be ticked or unticked; shown instead of nothing happening. */
  readonly whyDisabled?: string | null;
  /** What else is to be known of it, such as "Also given by Front desk". */
  readonly note?: ReactNode;
  readonly error?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A box to tick, with what it means under it. */
export function ExplainedCheckbox(props: ExplainedCheckboxProps) {
  const { label, explanation, isChecked, onChange, whyDisabled, note, error, inputRef } = props;
  const textId = useId();
  return (
    <Box sx={{ mb: 1 }}>
      <FormControlLabel
        label={label}
        disabled={Boolean(whyDisabled)}
        control={
          <Checkbox
            checked={isChecked}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { ref: inputRef, 'aria-describedby': textId } }}
            sx={{ py: 0.5 }}
          />
        }
      />
      <Box id={textId} sx={{ ml: '27px', typography: 'body2', color: 'text.secondary' }}>
        {explanation && <Box>{explanation}</Box>}
        {note && <Box sx={{ color: 'text.primary' }}>{note}</Box>}
        {whyDisabled && <Box sx={{ fontStyle: 'italic' }}>{whyDisabled}</Box>}
        {error && <FormHelperText error>{error}</FormHelperText>}
      </Box>
    </Box>
  );
}
