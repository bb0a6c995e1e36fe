import { Checkbox, FormControlLabel } from '@mui/material';
import { useEffect, useState } from 'react';

interface TickFilterProps {
  readonly label: string;
  readonly isTicked: boolean;
  readonly onChange: (isTicked: boolean) => void;
  readonly hasFocus: boolean;
}

/** A box that shows at once what was done to it, and not only when the address has followed. */
export function TickFilter({ label, isTicked, onChange, hasFocus }: TickFilterProps) {
  const [isShownTicked, setIsShownTicked] = useState(isTicked);
  useEffect(() => setIsShownTicked(isTicked), [isTicked]);
  return (
    <FormControlLabel
      label={label}
      control={
        <Checkbox
          autoFocus={hasFocus}
          checked={isShownTicked}
          onChange={(event) => {
            setIsShownTicked(event.target.checked);
            onChange(event.target.checked);
          }}
        />
      }
    />
  );
}
