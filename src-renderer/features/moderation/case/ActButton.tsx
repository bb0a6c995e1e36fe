import type { ButtonProps } from '@mui/material';
import { ActionButton } from '../../../components/ActionButton';
import { Key } from '../keys/Key';
import { useKeyChoice } from '../keys/key-choice';

interface ActButtonProps {
  readonly label: string;
  readonly shortcut: string;
  readonly variant?: ButtonProps['variant'];
  readonly color?: ButtonProps['color'];
  readonly isRunning: boolean;
  /** It cannot be done at the moment; the button stays where the keyboard finds it. */
  readonly isOff?: boolean;
  /** Where it says why. */
  readonly describedBy?: string | undefined;
  readonly onPress: () => void;
}

/** What can be done with a case, and the key that does the same. */
export function ActButton(props: ActButtonProps) {
  const { label, shortcut, variant = 'outlined', color = 'inherit', isRunning, isOff, describedBy, onPress } = props;
  const hasKeys = useKeyChoice((state) => state.isOn);
  return (
    <ActionButton
      size="small"
      variant={variant}
      color={color}
      isRunning={isRunning}
      aria-keyshortcuts={hasKeys ? shortcut : undefined}
      aria-describedby={isOff ? describedBy : undefined}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress();
      }}
      sx={{
        whiteSpace: 'nowrap',
        '& .MuiButton-endIcon': { ml: 0.75, mr: -0.5 },
        '& .MuiButton-endIcon > *:nth-of-type(1)': { fontSize: '0.6875rem' },
      }}
      endIcon={hasKeys && <Key isHidden>{shortcut === 'Shift+A' ? '⇧A' : shortcut}</Key>}
    >
      {label}
    </ActionButton>
  );
}
