import { Box } from '@mui/material';
import { useCallback, useEffect, useId, useRef } from 'react';
import type { SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { useDraft } from '../../../components/form/drafts';
import { confirmLeaving, isAnythingUnsaved } from '../../../components/form/unsaved';
import { MessagePanel } from '../decide/MessagePanel';
import { ParkPanel } from '../decide/ParkPanel';
import { ReopenPanel } from '../decide/ReopenPanel';
import { useKeys } from '../keys/useKeys';
import { ActBar } from './ActBar';
import { CaseHeader } from './CaseHeader';
import { CaseNotices } from './CaseNotices';
import { CaseParts } from './CaseParts';
import type { NoteHandle } from './Notes';
import { type CaseAct, isKeptFrom, offeredActs, offeredClaim } from './offered-acts';
import { type OnDone, useCaseActs } from './useCaseActs';
import { useClaimEnd } from './useClaimEnd';
import { useSeenVersion } from './useSeenVersion';

export interface CaseSurroundings {
  readonly reminderAge: number;
  /** Its list stands beside it, and the case is scrolled by itself. */
  readonly isSplit: boolean;
  readonly onDone: OnDone;
  /** Told when the case is there to be read. */
  readonly onShown: () => void;
  readonly onShowDomain: (domain: string) => void;
  readonly onRejectDomain: (domain: string) => void;
  /** Back to the list. */
  readonly onLeave: () => void;
}

/** The buttons above stay in sight. */
const scrolling = { flex: 1, minHeight: 0, overflowY: 'auto' } as const;

interface LoadedCaseProps extends CaseSurroundings {
  readonly signUpCase: SignUpCase;
  /** It has been read since it was opened, and is not what was read before. */
  readonly isReadNow: boolean;
}

/** A case with all that is needed to decide on it, and how it is decided. */
export function LoadedCase({ signUpCase, ...props }: LoadedCaseProps) {
  const seen = useSeenVersion(signUpCase, props.isReadNow);
  const note = useRef<NoteHandle>(null);
  const addTypedNote = useCallback(async () => (await note.current?.addTyped()) ?? true, []);
  const acts = useCaseActs(signUpCase, { seen, addTypedNote, onDone: props.onDone });
  // The window may be locked while something is written.
  const [draft, keepPanel] = useDraft<CaseAct | null>(`moderation/${signUpCase.id}/panel`);
  const panel = draft ?? null;
  const obstacleId = useId();
  useClaimEnd(signUpCase.claim?.until);

  const mayDo = (act: CaseAct) => offeredActs(signUpCase).includes(act) && !isKeptFrom(signUpCase, act);

  async function open(act: CaseAct): Promise<void> {
    if (panel !== null && panel !== act && isAnythingUnsaved() && !(await confirmLeaving())) return;
    keepPanel(act);
  }

  function close(): void {
    keepPanel(null);
    document.getElementById('case-heading')?.focus();
  }

  /** What is written stays: Escape in the panel asks about it. */
  function leaveByKey(): void {
    if (panel === null) props.onLeave();
    else if (!isAnythingUnsaved()) close();
  }

  const opening = (act: CaseAct) => () => {
    if (!mayDo(act)) return false;
    void open(act);
    return true;
  };
  const deciding = { signUpCase, acts, isOff: panel !== null && !mayDo(panel), onClose: close };
  const claim = offeredClaim(signUpCase);

  // What is written in it stays, whatever others make of the case meanwhile.
  const isPanelPast = panel !== null && !offeredActs(signUpCase).includes(panel);
  useEffect(() => {
    if (!isPanelPast || isAnythingUnsaved()) return;
    keepPanel(null);
    document.getElementById('case-heading')?.focus();
  }, [isPanelPast, keepPanel]);

  const { onShown } = props;
  useEffect(onShown, [onShown]);
  useKeys({
    // What is being written would be lost by a slip of the finger.
    a: panel === null && mayDo('approve') ? acts.approveAtOnce : undefined,
    A: opening('approve'),
    r: opening('reject'),
    c: opening('request-changes'),
    p: opening('park'),
    o: opening('reopen'),
    m: claim ? () => acts.claim(claim) : undefined,
    n: () => note.current?.focus(),
    Escape: leaveByKey,
  });

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: props.isSplit ? '100%' : undefined }}>
      <Box
        sx={{
          flex: 'none',
          px: 2,
          pt: 1.5,
          pb: 1.25,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <CaseHeader signUpCase={signUpCase} reminderAge={props.reminderAge} />
        <ActBar
          signUpCase={signUpCase}
          acts={acts}
          isPanelOpen={panel !== null}
          onOpen={(act) => void open(act)}
          obstacleId={obstacleId}
        />
      </Box>
      <Box sx={{ p: 2, containerType: 'inline-size', ...(props.isSplit && scrolling) }}>
        <CaseNotices signUpCase={signUpCase} seen={seen} acts={acts} obstacleId={obstacleId} />
        {panel === 'park' && <ParkPanel {...deciding} />}
        {panel === 'reopen' && <ReopenPanel {...deciding} />}
        {panel !== null && panel !== 'park' && panel !== 'reopen' && (
          <MessagePanel key={panel} decision={panel} {...deciding} />
        )}
        <CaseParts
          signUpCase={signUpCase}
          note={note}
          onShowDomain={props.onShowDomain}
          onRejectDomain={props.onRejectDomain}
        />
      </Box>
    </Box>
  );
}
