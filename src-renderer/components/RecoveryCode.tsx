import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { CopyButton } from './CopyButton';
import { PrintSheet } from './PrintSheet';
import { formatDate } from './times';

interface RecoveryCodeProps {
  readonly code: string;
  readonly officeName: string;
  /** What the button says that goes on once the code is kept. */
  readonly doneLabel: string;
  readonly onDone: () => void;
}

/** A recovery code that is shown once: to print, copy or write down before going on. */
export function RecoveryCode({ code, officeName, doneLabel, onDone }: RecoveryCodeProps) {
  const [isKept, setIsKept] = useState(false);
  useWarningBeforeLeaving(!isKept);

  return (
    <>
      <Typography sx={{ mb: 2 }}>
        This code opens the store when the passphrase is lost, and lets a superuser set a new password. It is shown only
        now. Print it or write it down, and keep it where you keep keys: away from this computer.
      </Typography>
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.default',
          px: 2,
          py: 2,
          mb: 2,
        }}
      >
        <CodeText>{code}</CodeText>
      </Box>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<PrintIcon aria-hidden />}
          onClick={(event) => {
            window.print();
            event.currentTarget.focus();
          }}
        >
          Print
        </Button>
        <CopyButton text={code} label="Copy the code" />
      </Stack>
      <FormControlLabel
        sx={{ mb: 2 }}
        control={<Checkbox checked={isKept} onChange={(event) => setIsKept(event.target.checked)} />}
        label="I have printed or written down the code"
      />
      <Button variant="contained" fullWidth disabled={!isKept} onClick={onDone}>
        {doneLabel}
      </Button>
      <PrintSheet>
        <RecoverySheet code={code} officeName={officeName} />
      </PrintSheet>
    </>
  );
}

function CodeText({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      component="code"
      sx={{
        display: 'block',
        fontFamily: 'ui-monospace, Consolas, "DejaVu Sans Mono", monospace',
        fontSize: '1.0625rem',
        fontWeight: 600,
        lineHeight: 1.8,
        letterSpacing: '0.04em',
        overflowWrap: 'anywhere',
        userSelect: 'all',
      }}
    >
      {children}
    </Box>
  );
}

/** What comes out of the printer. */
function RecoverySheet({ code, officeName }: Pick<RecoveryCodeProps, 'code' | 'officeName'>) {
  return (
    <>
      <Box component="h1" sx={{ fontSize: '20pt', fontWeight: 650, m: 0 }}>
        Recovery code
      </Box>
      <Box component="p" sx={{ fontSize: '14pt', mt: '2mm', mb: '10mm' }}>
        {officeName} · Steward · {formatDate(Date.now())}
      </Box>
      <Box sx={{ border: '1.5pt solid #000', p: '6mm', mb: '10mm' }}>
        <CodeText>{code}</CodeText>
      </Box>
      <p>With this code the office can</p>
      <ul>
        <li>open its store when the passphrase is lost or the key store of the computer does not answer,</li>
        <li>
          set a new password for a superuser who has forgotten theirs. The code is used up by it, and a new one is
          shown.
        </li>
      </ul>
      <p>
        Whoever has this code and the office’s data can read everything in it. Keep this sheet under lock and away from
        the computer, and destroy it when a new code takes its place. Capitals, spaces and dashes do not matter when it
        is typed.
      </p>
    </>
  );
}

/** Nobody can be shown the code again, so closing the window by mistake is asked about. */
function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}
