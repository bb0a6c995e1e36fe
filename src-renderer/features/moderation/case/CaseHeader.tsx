import { Box, Chip, type ChipProps, Stack, Typography } from '@mui/material';
import type { CaseState, SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { fullName } from '../../../components/people';
import { RelativeTime } from '../../../components/RelativeTime';
import { useNow } from '../../../components/useNow';
import { ageWords, deciderWords, stateWords } from '../words';

const colors: Readonly<Record<CaseState, ChipProps['color']>> = {
  waiting: 'warning',
  parked: 'default',
  'changes-requested': 'info',
  approved: 'success',
  rejected: 'error',
};

interface CaseHeaderProps {
  readonly signUpCase: SignUpCase;
  /** From this age on, in milliseconds, a case is late. */
  readonly reminderAge: number;
}

/** Who it is, where the case stands, and for how long. */
export function CaseHeader({ signUpCase, reminderAge }: CaseHeaderProps) {
  const now = useNow();
  const { state, since, decision, claim, firstApproval, needsSecondModerator, email } = signUpCase;
  const isDecided = state === 'approved' || state === 'rejected';
  // What waits for its day or for the person is not late.
  const isLate = state === 'waiting' && now - since >= reminderAge;
  return (
    <Box>
      <Typography id="case-heading" variant="h2" tabIndex={-1} sx={{ overflowWrap: 'anywhere', outline: 'none' }}>
        {fullName(signUpCase)}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {email}
      </Typography>
      <Stack
        direction="row"
        sx={{ columnGap: 1, rowGap: 0.5, flexWrap: 'wrap', alignItems: 'center', mt: 0.5, typography: 'body2' }}
      >
        <Chip label={stateWords(signUpCase)} variant="outlined" color={colors[state]} />
        {!isDecided && (
          <Box
            component="span"
            sx={{ color: isLate ? 'warning.main' : 'text.secondary', fontWeight: isLate ? 600 : 400 }}
          >
            {state === 'changes-requested' ? 'Sent' : 'Waits'} {ageWords(since, now)}
            {state === 'changes-requested' && ' ago'}
            {isLate && ', late'}
          </Box>
        )}
        {decision && (
          <span>
            by {deciderWords(decision)}, <RelativeTime instant={decision.at} />
          </span>
        )}
        {decision?.reason && <span>{decision.reason}</span>}
        {claim && <Chip label={claim.isSelf ? 'Claimed by you' : `Claimed by ${claim.name}`} />}
        {firstApproval ? (
          <Chip label={`Approved once, by ${firstApproval.isSelf ? 'you' : firstApproval.name}`} />
        ) : (
          needsSecondModerator && !isDecided && <Chip label="Needs two moderators" />
        )}
      </Stack>
    </Box>
  );
}
