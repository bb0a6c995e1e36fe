import { Box, Link, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { RelativeTime } from '../../../components/RelativeTime';
import { useWayHere } from '../../../components/useWayBack';
import { sentenceOf } from '../../activity/sentences';
import { CaseSection, plainList } from './CaseSection';

/** What was done with the account, newest first. */
export function History({ signUpCase: { accountId, activity } }: { readonly signUpCase: SignUpCase }) {
  const here = useWayHere('Moderation');
  return (
    <CaseSection
      title="History"
      action={
        <Link component={RouterLink} to={`/users/${accountId}?tab=activity`} state={here} variant="body2">
          All of it, with details
        </Link>
      }
    >
      {activity.length === 0 && <Typography variant="body2">Nothing is recorded.</Typography>}
      <Box component="ol" sx={plainList}>
        {activity.map((entry) => {
          const { actor, phrase } = sentenceOf(entry);
          return (
            <li key={entry.number}>
              <b>{actor}</b> {phrase}, <RelativeTime instant={entry.at} />
              {entry.reason && <Box sx={{ color: 'text.secondary' }}>{entry.reason}</Box>}
            </li>
          );
        })}
      </Box>
    </CaseSection>
  );
}
