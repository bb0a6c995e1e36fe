import { Box } from '@mui/material';
import { NameValueList } from '../../components/NameValueList';
import { fullName } from '../../components/people';
import { formatDateAndTime } from '../../components/times';
import type { GivenPassword } from './one-time-password';

interface OneTimePasswordSlipProps {
  readonly officeName: string;
  readonly given: GivenPassword;
}

/** What comes out of the printer, for the person whose password it is. */
export function OneTimePasswordSlip({ officeName, given }: OneTimePasswordSlipProps) {
  const { person, signInName, oneTimePassword, expiresAt } = given;
  return (
    <>
      <Box component="h1" sx={{ fontSize: '18pt', fontWeight: 650, m: 0 }}>
        Your one-time password
      </Box>
      <Box component="p" sx={{ fontSize: '13pt', mt: '2mm', mb: '8mm' }}>
        {officeName} · Steward
      </Box>
      <Box
        sx={{ border: '1pt solid #000', p: '5mm', mb: '8mm', '& dl': { fontSize: '12pt' }, '& dt': { color: '#000' } }}
      >
        <NameValueList
          items={[
            { name: 'For', value: fullName(person) },
            { name: 'Sign-in name', value: <Exactly>{signInName}</Exactly> },
            { name: 'One-time password', value: <Exactly>{oneTimePassword}</Exactly> },
            ...(expiresAt === null ? [] : [{ name: 'Valid until', value: formatDateAndTime(expiresAt) }]),
          ]}
        />
      </Box>
      <ol>
        <li>
          {officeName ? `Open Steward at ${officeName}` : 'Open Steward'} and sign in with the name and the password
          above, exactly as they stand here{expiresAt === null ? '' : `, by ${formatDateAndTime(expiresAt)}`}.
        </li>
        <li>Choose a password of your own. Nobody else knows it, and nobody will ask you for it.</li>
        <li>Destroy this slip. The password on it works only until you have chosen your own.</li>
      </ol>
    </>
  );
}

/** To be typed as it is, so that no two letters may look the same. */
function Exactly({ children }: { readonly children: string }) {
  return (
    <Box component="b" sx={{ fontFamily: 'ui-monospace, Consolas, "DejaVu Sans Mono", monospace' }}>
      {children}
    </Box>
  );
}
