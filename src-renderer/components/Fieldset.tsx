import { Box, FormHelperText, Typography } from '@mui/material';
import { type ReactNode, type Ref, useId } from 'react';

interface FieldsetProps {
  readonly legend: string;
  readonly help?: ReactNode;
  readonly error?: string;
  /** Takes the focus when there is an error. */
  readonly focusRef?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** Fields that belong together under one name. */
export function Fieldset({ legend, help, error, focusRef, children }: FieldsetProps) {
  const helpId = useId();
  return (
    <Box
      component="fieldset"
      ref={focusRef}
      tabIndex={focusRef ? -1 : undefined}
      aria-describedby={help || error ? helpId : undefined}
      sx={{ border: 0, m: 0, p: 0, mb: 2, minWidth: 0 }}
    >
      <Typography component="legend" variant="subtitle2" sx={{ p: 0, mb: 0.5 }}>
        {legend}
      </Typography>
      {(help || error) && (
        <Box id={helpId} sx={{ mb: 1, typography: 'body2', color: 'text.secondary' }}>
          {help}
          {error && <FormHelperText error>{error}</FormHelperText>}
        </Box>
      )}
      {children}
    </Box>
  );
}
