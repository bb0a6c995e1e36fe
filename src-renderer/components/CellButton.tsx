import { Button, type ButtonProps } from '@mui/material';
import { useCellFocus } from './useCellFocus';

interface CellButtonProps {
  readonly label: string;
  /** What it is done to, for whoever hears the button without its row. */
  readonly about: string;
  readonly color?: ButtonProps['color'];
  readonly hasFocus: boolean;
  readonly tabIndex: 0 | -1;
  readonly onPress: () => void;
}

/** A cell of a list that does something with its row. */
export function CellButton({ label, about, color = 'primary', hasFocus, tabIndex, onPress }: CellButtonProps) {
  const focus = useCellFocus<HTMLButtonElement>(hasFocus, tabIndex);
  return (
    <Button
      size="small"
      color={color}
      aria-label={`${label} ${about}`}
      {...focus}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      sx={{ minWidth: 0, px: 0.5 }}
    >
      {label}
    </Button>
  );
}
