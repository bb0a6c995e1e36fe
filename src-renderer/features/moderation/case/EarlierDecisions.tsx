import { Box, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { RelativeTime } from '../../../components/RelativeTime';
import { addressOf } from '../queue/queue-view';
import { CaseSection, plainList } from './CaseSection';

const stateLabels = { approved: 'Approved', rejected: 'Rejected' } as const;

/** What was decided before about the same account, or about one with the same phone. */
export function EarlierDecisions({ earlier }: { readonly earlier: SignUpCase['earlier'] }) {
  if (earlier.length === 0) return null;
  return (
    <CaseSection title="Earlier decisions">
      <Box component="ul" sx={plainList}>
        {earlier.map(({ caseId, name, email, state, at, by, reason }) => (
          <li key={`${caseId} ${at}`}>
            <Box component="span" sx={{ fontWeight: 600, color: state === 'approved' ? 'success.main' : 'error.main' }}>
              {stateLabels[state]}
            </Box>{' '}
            <RelativeTime instant={at} />
            {by && ` by ${by}`}
            {reason && `: ${reason}`}
            <Box sx={{ color: 'text.secondary' }}>
              <Link component={RouterLink} to={addressOf(caseId, '?tab=decided')} color="inherit" underline="always">
                {[name, email].filter(Boolean).join(', ') || 'A deleted sign-up'}
              </Link>
            </Box>
          </li>
        ))}
      </Box>
    </CaseSection>
  );
}
