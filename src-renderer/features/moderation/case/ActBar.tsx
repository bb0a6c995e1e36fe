import { Stack } from '@mui/material';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { ActButton } from './ActButton';
import { type CaseAct, type ClaimAct, isKeptFrom, offeredActs, offeredClaim } from './offered-acts';
import type { CaseActions } from './useCaseActs';

const claimLabels: Readonly<Record<ClaimAct, string>> = {
  claim: 'Claim',
  release: 'Release',
  'take over': 'Take over',
};

const furtherActs = [
  { act: 'reject', label: 'Reject', shortcut: 'r', color: 'error' },
  { act: 'request-changes', label: 'Request changes', shortcut: 'c', color: 'inherit' },
  { act: 'park', label: 'Park', shortcut: 'p', color: 'inherit' },
  { act: 'reopen', label: 'Reopen', shortcut: 'o', color: 'inherit' },
] as const;

interface ActBarProps {
  readonly signUpCase: SignUpCase;
  readonly acts: CaseActions;
  /** While it is being said how the case is decided, it cannot be approved in passing. */
  readonly isPanelOpen: boolean;
  readonly onOpen: (act: CaseAct) => void;
  /** Where it says why something cannot be done. */
  readonly obstacleId: string;
}

/** Everything that can be done with a case, each with its key. */
export function ActBar({ signUpCase, acts, isPanelOpen, onOpen, obstacleId }: ActBarProps) {
  const offered = offeredActs(signUpCase);
  const claim = offeredClaim(signUpCase);
  const isOff = (act: CaseAct) => isKeptFrom(signUpCase, act);
  return (
    <Stack role="group" aria-label="Decide" direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', mt: 1 }}>
      {offered.includes('approve') && (
        <>
          <ActButton
            label="Approve"
            shortcut="a"
            variant="contained"
            color="primary"
            isRunning={acts.running === 'approve' && !isPanelOpen}
            isOff={isOff('approve') || isPanelOpen}
            describedBy={isOff('approve') ? obstacleId : undefined}
            onPress={acts.approveAtOnce}
          />
          <ActButton
            label="Approve with message"
            shortcut="Shift+A"
            isRunning={false}
            isOff={isOff('approve')}
            describedBy={obstacleId}
            onPress={() => onOpen('approve')}
          />
        </>
      )}
      {furtherActs
        .filter(({ act }) => offered.includes(act))
        .map(({ act, label, shortcut, color }) => (
          <ActButton
            key={act}
            label={label}
            shortcut={shortcut}
            color={color}
            isRunning={false}
            isOff={isOff(act)}
            describedBy={obstacleId}
            onPress={() => onOpen(act)}
          />
        ))}
      {claim && (
        <ActButton
          label={claimLabels[claim]}
          shortcut="m"
          isRunning={acts.running === claim}
          onPress={() => acts.claim(claim)}
        />
      )}
    </Stack>
  );
}
