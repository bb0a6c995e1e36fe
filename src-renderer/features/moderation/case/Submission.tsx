import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { useMay } from '../../../app/permissions';
import { NameValueList } from '../../../components/NameValueList';
import { ProfileTypeChip } from '../../../components/ProfileTypeChip';
import { formatDateAndTime } from '../../../components/times';
import { useWayHere } from '../../../components/useWayBack';
import { valueWords } from '../../profiles/value-words';
import { CaseSection } from './CaseSection';

/** What the person has sent, as it is now. */
export function Submission({ signUpCase }: { readonly signUpCase: SignUpCase }) {
  const { accountId, phone, type, values, message, submittedAt, revision, kind } = signUpCase;
  const maySeeAccount = useMay('accounts.view');
  const here = useWayHere('Moderation');
  const sent = `${formatDateAndTime(submittedAt)}${revision > 1 ? `, version ${revision}` : ''}`;
  return (
    <CaseSection
      title={kind === 'account' ? 'Submission' : 'Profile to approve'}
      action={
        maySeeAccount && (
          <Link component={RouterLink} to={`/users/${accountId}`} state={here} variant="body2">
            Open the account
          </Link>
        )
      }
    >
      <NameValueList
        items={[
          { name: 'Phone', value: phone || <Empty /> },
          {
            name: 'Profile type',
            value: type ? <ProfileTypeChip name={type.name} color={type.color} /> : 'No profile yet',
          },
          { name: 'Sent', value: sent },
        ]}
      />
      {values.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <NameValueList
            items={values.map(({ label, kind, value }) => ({
              name: label,
              value: <Value words={valueWords(value, kind)} />,
            }))}
          />
        </Box>
      )}
      {message !== '' && <Quote title="Message to the office" text={message} />}
    </CaseSection>
  );
}

/** What the person has written themselves. */
export function Quote({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="body2" color="textSecondary">
        {title}
      </Typography>
      <Box
        component="blockquote"
        sx={{
          m: 0,
          mt: 0.25,
          px: 1.5,
          py: 0.5,
          borderInlineStart: 3,
          borderColor: 'divider',
          typography: 'body1',
          whiteSpace: 'pre-line',
          overflowWrap: 'anywhere',
        }}
      >
        {text}
      </Box>
    </Box>
  );
}

function Value({ words }: { readonly words: string }) {
  if (words === '') return <Empty />;
  return (
    <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
      {words}
    </Box>
  );
}

export function Empty() {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      Empty
    </Box>
  );
}
