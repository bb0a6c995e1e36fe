import { IconButton, type SvgIcon, Tooltip } from '@mui/material';

interface RowButtonProps<P extends string> {
  /** By which the row finds it again, to give the focus back. */
  readonly part: P;
  readonly label: string;
  readonly icon: typeof SvgIcon;
  /** Has nothing to do at this place, and keeps the keyboard's focus all the same. */
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

/** A small button in a row of a list that is put in order. */
export function RowButton<P extends string>({ part, label, icon: Icon, isOff = false, onPress }: RowButtonProps<P>) {
  return (
    <Tooltip title={label}>
      <IconButton
        size="small"
        aria-label={label}
        aria-disabled={isOff || undefined}
        data-part={part}
        onClick={() => {
          if (!isOff) onPress();
        }}
        sx={{ opacity: isOff ? 0.4 : 1 }}
      >
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
