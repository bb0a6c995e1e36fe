import VisibilityIcon from '@mui/icons-material/Visibility';
import VisibilityOffIcon from '@mui/icons-material/VisibilityOff';
import { IconButton, InputAdornment } from '@mui/material';
import { useState } from 'react';
import { TextInput, type TextInputProps } from './TextInput';

interface PasswordInputProps extends Omit<TextInputProps, 'type' | 'endAdornment' | 'onKeyEvent' | 'autoComplete'> {
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  /** Told when the person shows or hides what is typed. */
  readonly onShownChange?: (isShown: boolean) => void;
}

/** A field for a secret, which can be shown, and which warns while Caps Lock is on. */
export function PasswordInput({ onShownChange, help, error, ...props }: PasswordInputProps) {
  const [isShown, setIsShown] = useState(false);
  const [isCapsLockOn, setIsCapsLockOn] = useState(false);
  const label = `${isShown ? 'Hide' : 'Show'} ${props.label.toLowerCase()}`;

  return (
    <TextInput
      {...props}
      type={isShown ? 'text' : 'password'}
      error={error}
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
              setIsShown(!isShown);
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
