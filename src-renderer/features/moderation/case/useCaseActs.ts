import { useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '../../../../src-shared/contract';
import type { CaseRow, SignUpCase } from '../../../../src-shared/contract/sign-up-cases';
import { api } from '../../../api/call';
import { type CallFailure, isDeclined } from '../../../api/failures';
import { fullName } from '../../../components/people';
import { showToast } from '../../../components/toasts';
import { doneSentence } from './done-sentences';
import type { CaseAct, ClaimAct } from './offered-acts';
import { isAboutTheCase } from './refusals';
import type { SeenVersion } from './useSeenVersion';

type Words<N extends 'moderation.approve' | 'moderation.park' | 'moderation.reopen'> = Omit<
  InputOf<N>,
  'id' | 'version'
>;

/** What was decided, for whoever shows the next case. */
export type OnDone = (row: CaseRow, undoableUntil: number | null, sentence: string) => void;

export interface CaseActions {
  readonly running: CaseAct | ClaimAct | null;
  /** Why the last act was refused for what the case has become meanwhile, or without any form to say it. */
  readonly refusal: unknown;
  readonly dismissRefusal: () => void;
  /** Each answers whether it was done; what the form has to say is thrown. */
  readonly decide: (
    act: 'approve' | 'reject' | 'request-changes',
    words: Words<'moderation.approve'>,
  ) => Promise<boolean>;
  readonly park: (words: Words<'moderation.park'>) => Promise<boolean>;
  readonly reopen: (words: Words<'moderation.reopen'>) => Promise<boolean>;
  /** Without a message, and without a form that could say what goes wrong. */
  readonly approveAtOnce: () => void;
  readonly claim: (act: ClaimAct) => void;
}

const deciding = {
  approve: api.moderation.approve,
  reject: api.moderation.reject,
  'request-changes': api.moderation.requestChanges,
} as const;

/** An act that takes less is done before anybody sees that it is being done: milliseconds. */
const noticeable = 150;

const noWords = { internalReason: '', templateId: null, message: '' } as const;

interface CaseActsOptions {
  readonly seen: SeenVersion;
  /** A note that is being written goes with the case. Answers false where it could not be added. */
  readonly addTypedNote: () => Promise<boolean>;
  readonly onDone: OnDone;
}

/** What a moderator does with a case. */
export function useCaseActs(signUpCase: SignUpCase, options: CaseActsOptions): CaseActions {
  const { seen, addTypedNote, onDone } = options;
  const [running, setRunning] = useState<CaseActions['running']>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { id } = signUpCase;
  const chosen = { id, version: seen.version };
  const name = fullName(signUpCase);

  // Not `running`, which a second press may come too early to see. What was decided stays so until it is read again.
  const isBusy = useRef(false);
  const decidedVersion = useRef<number | null>(null);
  useEffect(() => {
    if (signUpCase.version !== decidedVersion.current) decidedVersion.current = null;
  }, [signUpCase.version]);

  async function run(act: CaseAct | ClaimAct, work: () => Promise<boolean>): Promise<boolean> {
    if (isBusy.current || decidedVersion.current !== null) return false;
    isBusy.current = true;
    const saying = setTimeout(() => setRunning(act), noticeable);
    setRefusal(null);
    try {
      return await work();
    } catch (failure) {
      if (isDeclined(failure)) return false;
      if (!isAboutTheCase(failure)) throw failure;
      await showAnew(failure);
      return false;
    } finally {
      isBusy.current = false;
      clearTimeout(saying);
      setRunning(null);
    }
  }

  async function showAnew(failure: CallFailure): Promise<void> {
    await seen.readAgain();
    setRefusal(failure);
  }

  function runAlone(act: CaseAct | ClaimAct, work: () => Promise<boolean>): void {
    run(act, work).catch(setRefusal);
  }

  async function tellDone(
    act: Exclude<CaseAct, 'reopen'>,
    decide: () => Promise<OutputOf<'moderation.approve'>>,
  ): Promise<boolean> {
    // Before it: once it is decided, nobody wants to be asked about a note.
    if (!(await addTypedNote())) return false;
    const done = await decide();
    decidedVersion.current = signUpCase.version;
    onDone(done.case, done.undoableUntil, doneSentence(act, done.case));
    return true;
  }

  return {
    running,
    refusal,
    dismissRefusal: () => setRefusal(null),
    decide: (act, words) => run(act, () => tellDone(act, () => deciding[act]({ ...chosen, ...words }))),
    park: (words) => run('park', () => tellDone('park', () => api.moderation.park({ ...chosen, ...words }))),
    reopen: (words) =>
      run('reopen', async () => {
        await api.moderation.reopen({ ...chosen, ...words });
        showToast(`${name} waits again.`);
        return true;
      }),
    approveAtOnce: () =>
      runAlone('approve', () => tellDone('approve', () => api.moderation.approve({ ...chosen, ...noWords }))),
    claim: (act) =>
      runAlone(act, async () => {
        if (act === 'release') await api.moderation.release({ id });
        else await api.moderation.claim({ id, ...(act === 'take over' && { takesOver: true }) });
        return true;
      }),
  };
}
