import { Alert, Box, Button } from '@mui/material';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { errorText } from '../../../../src-shared/errors';
import { CallFailure, hasCode } from '../../../api/failures';
import { FailureNotice } from '../../../components/FailureNotice';
import { newsWords } from './news';
import { isAboutTheCase, refusalSentence } from './refusals';
import type { CaseActions } from './useCaseActs';
import type { SeenVersion } from './useSeenVersion';

interface CaseNoticesProps {
  readonly signUpCase: SignUpCase;
  readonly seen: SeenVersion;
  readonly acts: CaseActions;
  readonly obstacleId: string;
}

/** What is to be known before a case is decided: why it cannot be, what was refused, and what has happened meanwhile. */
export function CaseNotices({ signUpCase, seen, acts, obstacleId }: CaseNoticesProps) {
  const { obstacle, claim } = signUpCase;
  const { refusal } = acts;
  const isClaimed = obstacle === 'CASE_CLAIMED' || hasCode(refusal, 'CASE_CLAIMED');
  const takeOver = (
    <Button color="inherit" size="small" onClick={() => acts.claim('take over')} sx={{ whiteSpace: 'nowrap' }}>
      Take over
    </Button>
  );
  // What is refused for the obstacle that stands there anyway is not said twice.
  const isSaidAlready = refusal instanceof CallFailure && refusal.error.code === obstacle;
  return (
    <Box sx={{ '& .MuiAlert-root': { mb: 1.5 } }}>
      {/* It is always there, so that what appears in it is read out. */}
      <div role="status">
        {seen.before && !refusal && (
          <Alert role="presentation" severity="warning" onClose={seen.acknowledge}>
            {newsWords(seen.before, signUpCase)}
          </Alert>
        )}
        {isAboutTheCase(refusal) && !isSaidAlready && (
          <Alert
            role="presentation"
            severity="warning"
            onClose={isClaimed ? undefined : acts.dismissRefusal}
            action={isClaimed ? takeOver : undefined}
          >
            {refusalSentence(refusal)}
          </Alert>
        )}
        {obstacle !== null && (
          <Alert
            role="presentation"
            severity="info"
            id={obstacleId}
            action={obstacle === 'CASE_CLAIMED' ? takeOver : undefined}
          >
            {errorText(obstacle, { name: claim?.name ?? 'A colleague' }).message}
          </Alert>
        )}
      </div>
      {refusal !== null && !isAboutTheCase(refusal) && <FailureNotice failure={refusal} />}
    </Box>
  );
}
