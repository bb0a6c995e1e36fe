import PrintIcon from '@mui/icons-material/PrintOutlined';
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Stack,
} from '@mui/material';
import { useEffect, useId } from 'react';
import { useSession } from '../../app/session/session';
import { CopyButton } from '../../components/CopyButton';
import { NameValueList } from '../../components/NameValueList';
import { focusRowAgain } from '../../components/opened-row';
import { PrintSheet } from '../../components/PrintSheet';
import { fullName } from '../../components/people';
import { formatDateAndTime } from '../../components/times';
import { OneTimePasswordSlip } from './OneTimePasswordSlip';
import { forgetGivenPassword, type GivenPassword, useGivenPassword } from './one-time-password';

/** A one-time password, shown this once to whoever gave it, over whatever they are at. */
export function OneTimePasswordDialog({ personId }: { readonly personId: string | undefined }) {
  const { given, giverId } = useGivenPassword();
  return given && giverId === personId && <HandOver given={given} />;
}

/** To copy, or to print on a slip and hand over. */
function HandOver({ given }: { readonly given: GivenPassword }) {
  const { person, signInName, oneTimePassword, expiresAt } = given;
  const officeName = useSession((state) => state.view?.officeName ?? '');
  const titleId = useId();
  const textId = useId();
  useEffect(() => focusScreenAfterwards, []);

  return (
    // Only its button closes it: the password cannot be shown again.
    <Dialog open maxWidth="sm" fullWidth aria-labelledby={titleId} aria-describedby={textId}>
      <DialogTitle id={titleId}>One-time password for {fullName(person)}</DialogTitle>
      <DialogContent>
        <DialogContentText id={textId} sx={{ mb: 2 }}>
          It is shown only now. Hand it over yourself. At the first sign-in they must choose a password of their own.
        </DialogContentText>
        <NameValueList
          items={[
            { name: 'Sign-in name', value: signInName },
            { name: 'One-time password', value: <Secret>{oneTimePassword}</Secret> },
            ...(expiresAt === null ? [] : [{ name: 'Valid until', value: formatDateAndTime(expiresAt) }]),
          ]}
        />
        <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<PrintIcon aria-hidden />}
            onClick={() => window.print()}
          >
            Print a slip
          </Button>
          <CopyButton text={oneTimePassword} label="Copy the password" />
          <CopyButton text={signInName} label="Copy the sign-in name" />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={forgetGivenPassword}>
          I have handed it over
        </Button>
      </DialogActions>
      <PrintSheet>
        <OneTimePasswordSlip officeName={officeName} given={given} />
      </PrintSheet>
    </Dialog>
  );
}

function Secret({ children }: { readonly children: string }) {
  return (
    <Box
      component="code"
      sx={{
        fontFamily: 'ui-monospace, Consolas, "DejaVu Sans Mono", monospace',
        fontSize: '1.0625rem',
        fontWeight: 600,
        userSelect: 'all',
      }}
    >
      {children}
    </Box>
  );
}

/** What had the focus before may be gone: a form is left as soon as it is saved, for the list it was opened from. */
function focusScreenAfterwards(): void {
  setTimeout(() => {
    if (document.activeElement !== document.body || focusRowAgain()) return;
    document.querySelector<HTMLElement>('main h1')?.focus();
  });
}
