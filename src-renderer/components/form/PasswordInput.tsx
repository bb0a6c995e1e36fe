import VisibilityIcon from '@mui/icons-material/Visibility';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff';
import { IconButton, InputAdornment } from '@mui/material';
import { useState } from 'react';
import { TextInput, type TextInputProps } from './TextInput';

interface PasswordInputProps extends Omit<TextInputProps, 'type' | 'endAdornment' | 'onKeyEvent' | 'autoComplete'> {
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  /** Where fields are shown and hidden together; else each does it by itself. */
  readonly isShown?: boolean;
  readonly onShownChange?: (isShown: boolean) => void;
}

/** A field for a secret, which can be shown, and which warns while Caps Lock is on. */
export function PasswordInput({ isShown: isShownByOwner, onShownChange, help, ...props }: PasswordInputProps) {
  const [isShownHere, setIsShownHere] = useState(false);
  const isShown = isShownByOwner ?? isShownHere;
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const label = `${isShown ? 'Hide' : 'Show'} ${props.label.toLowerCase()}`;

  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      help={isCapsLockOn ? 'Caps Lock is on.' : help}
      onKeyEvent={(event) => setIsCapsLockOn(event.getModifierState('CapsLock'))}
      inputProps={{ autoCapitalize: 'none', ...props.inputProps }}
      endAdornment={
        <InputAdornment position="end">
          <IconButton
            size="small"
            edge="end"
            aria-label={label}
            onClick={() => {
              setIsShownHere(!isShown);
              onShownChange?.(!isShown);
            }}
          >
            {isShown ? <VisibilityOffIcon fontSize="small" /> : <VisibilityIcon fontSize="small" />}
          </IconButton>
        </InputAdornment>
      }
    />
  );
}
