import { FormControl, FormHelperText, FormLabel, OutlinedInput, type OutlinedInputProps } from '@mui/material';
import { type ReactNode, type Ref, useId } from 'react';
import { formatNumber } from '../numbers';

export interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly inputRef?: Ref<HTMLInputElement | HTMLTextAreaElement>;
  readonly name?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'number' | 'date';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly error?: string;
  readonly help?: ReactNode;
  /** More to tell assistive technology about the field, by id. */
  readonly describedBy?: string;
  readonly endAdornment?: ReactNode;
  readonly inputProps?: OutlinedInputProps['inputProps'];
  readonly onKeyEvent?: (event: React.KeyboardEvent) => void;
}

/** A labelled field. The line under it is always there, so that an error moves nothing. */
export function TextInput(props: TextInputProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const { value, error, isOptional = false, type = 'text', rows, maxLength } = props;
  // The end of a longer text that is pasted is cut off without a word.
  const isFull = maxLength !== undefined && value.length >= maxLength;
  const help = isFull ? `No more fits: at most ${formatNumber(maxLength)} characters.` : props.help;
  const describedBy = [error || help ? helpId : '', props.describedBy ?? ''].filter(Boolean).join(' ');

  return (
    <FormControl fullWidth error={Boolean(error)} disabled={props.isDisabled}>
      <FormLabel htmlFor={id}>
        {props.label}
        {isOptional && ' (optional)'}
      </FormLabel>
      <OutlinedInput
        id={id}
        size="small"
        name={props.name}
        type={type}
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKeyEvent}
        onKeyUp={props.onKeyEvent}
        inputRef={props.inputRef}
        autoComplete={props.autoComplete ?? 'off'}
        autoFocus={props.autoFocus}
        multiline={rows !== undefined}
        rows={rows}
        // One of a fixed height need not measure itself whenever something is drawn.
        inputComponent={rows === undefined ? undefined : 'textarea'}
        endAdornment={props.endAdornment}
        slotProps={{
          input: {
            'aria-describedby': describedBy || undefined,
            'aria-required': !isOptional,
            maxLength,
            spellCheck: rows === undefined ? false : undefined,
            ...props.inputProps,
          },
        }}
      />
      <FormHelperText id={helpId}>{error ?? help ?? '\u00a0'}</FormHelperText>
    </FormControl>
  );
}
