import { create } from 'zustand';
import type { SessionState } from '../../../src-shared/contract/define';
import type { SessionView } from '../../../src-shared/contract/session';
import { isStateRefusal } from '../../../src-shared/refusals';
import { api, onRightsDoubt, onSessionDoubt } from '../../api/call';
import { CallFailure, WindowUnknown } from '../../api/failures';
import { mainSide } from '../../api/main-side';
import { forgetReads, queryClient } from '../../api/query-client';
import { readAnewSoon } from '../../api/reads-anew';
import { useReauthentication } from '../../api/reauthentication';
import { useConfirmations } from '../../components/confirm';
import { forgetDrafts, holdDrafts } from '../../components/form/drafts';
import { dismissAllToasts } from '../../components/toasts';
import {
  keepNewRecoveryCodeFor,
  releaseNewRecoveryCode,
  useNewRecoveryCode,
} from '../../features/recovery/new-recovery-code';
import { forgetGivenPassword, keepGivenPasswordFor } from '../../features/staff/one-time-password';

interface Session {
  /** What the main side last said about this window; null until it has. */
  readonly view: SessionView | null;
  /** Why the state could not be read, when it never could. */
  readonly failure: unknown;
  /** The main side does not know this window, and only the launch address can change that. */
  readonly isUnknown: boolean;
  /** What the person has asked for and the main side has not done yet. Until it has, the window shows nothing. */
  readonly owed: 'lock' | 'signOut' | null;
  /** Why nobody is signed in, where this window has not done it: set up and ended by somebody else, or elsewhere. */
  readonly doneElsewhere: 'set-up' | 'end' | null;
}

/** The session of this window. */
export const useSession = create<Session>(() => ({
  view: null,
  failure: null,
  isUnknown: false,
  owed: null,
  doneElsewhere: null,
}));

/** How often the session was shown: an answer that was asked for before the last time is out of date. */
let timesShown = 0;

/** Whose drafts and address this window may hold. */
let person: string | null = null;

/** Takes what the main side says about the session, and lets go of everything that state may not show. */
export function showSession(view: SessionView, doneElsewhere: Session['doneElsewhere'] = null): void {
  timesShown += 1;
  const before = useSession.getState().view;
  const nextPerson = view.user?.id ?? null;
  if (person !== nextPerson || before?.state !== view.state) letGoOfData(view.state);
  if (person !== null && person !== nextPerson) forgetPerson();
  keepGivenPasswordFor(nextPerson);
  if (nextPerson !== null) keepNewRecoveryCodeFor(nextPerson);
  person = nextPerson;
  callsWithoutAnswer = 0;
  const isSame = JSON.stringify(view) === JSON.stringify(before);
  useSession.setState({ view: isSame ? before : view, failure: null, isUnknown: false, owed: null, doneElsewhere });
}

/** Empties the window of what was read; what was typed is held unless the person goes on working. */
function letGoOfData(next: SessionState | null): void {
  holdDrafts(next !== 'full');
  forgetReads();
  dismissAllToasts();
  useConfirmations.getState().asked?.answer(false);
  useReauthentication.getState().answer?.(false);
}

/** Whoever comes next starts afresh, at the first screen. */
function forgetPerson(): void {
  forgetDrafts();
  history.replaceState(null, '', '/');
}

/**
 * Locks the window or signs out. What the window shows goes at once, whatever the main side answers: where it cannot
 * do it now, it is asked again until it has.
 */
export async function leave(owed: 'lock' | 'signOut'): Promise<void> {
  // What was asked for before would show the window again.
  timesShown += 1;
  letGoOfData(null);
  useSession.setState({ view: null, failure: null, owed });
  await reading;
  await refreshSession();
}

let reading: Promise<void> | null = null;

/** Asks the main side for the state of the session; calls meanwhile share the answer. */
export function refreshSession(): Promise<void> {
  reading ??= read().finally(() => {
    reading = null;
  });
  return reading;
}

async function read(): Promise<void> {
  const timesShownBefore = timesShown;
  const { owed } = useSession.getState();
  try {
    const view = await ask();
    if (timesShown === timesShownBefore) showSession(view, owed === 'signOut' ? null : doneElsewhere(view));
  } catch (failure) {
    if (failure instanceof WindowUnknown) becomeUnknown();
    else loseTouch(failure);
  }
}

/** What somebody else has done, when the main side is asked and nobody is signed in. */
function doneElsewhere({ state }: SessionView): Session['doneElsewhere'] {
  if (state !== 'signed-out') return null;
  if (person !== null) return 'end';
  const { view, doneElsewhere: known } = useSession.getState();
  return view?.state === 'no-office' ? 'set-up' : known;
}

async function ask(): Promise<SessionView> {
  const { owed } = useSession.getState();
  if (owed === null) return api.session.state();
  try {
    return await api.session[owed]();
  } catch (failure) {
    // Locked or signed out already.
    if (failure instanceof CallFailure && isStateRefusal(failure.error.code)) return api.session.state();
    throw failure;
  }
}

const answersMissedBeforeHiding = 2;
const timeBeforeAskingAgain = 1_000;
let callsWithoutAnswer = 0;

/** Without the main side nobody would lock this window, so it does not go on showing what it has. */
function loseTouch(failure: unknown): void {
  callsWithoutAnswer += 1;
  const isLost = callsWithoutAnswer >= answersMissedBeforeHiding;
  if (isLost) letGoOfData(null);
  else setTimeout(() => void refreshSession(), timeBeforeAskingAgain);
  useSession.setState(({ view }) => ({ failure, view: isLost ? null : view }));
}

function becomeUnknown(): void {
  const { view } = useSession.getState();
  const isAtWork = view?.state === 'full' && view.user?.id === useNewRecoveryCode.getState().personId;
  if (isAtWork) releaseNewRecoveryCode();
  letGoOfData(null);
  forgetDrafts();
  forgetGivenPassword();
  person = null;
  useSession.setState({ view: null, failure: null, isUnknown: true, owed: null, doneElsewhere: null });
}

const timeBetweenPolls = 15_000;

/** Keeps the session and what was read true to the main side, until the returned function is called. */
export function followMainSide(): () => void {
  const stopDoubting = onSessionDoubt((failure) => {
    if (failure instanceof WindowUnknown) becomeUnknown();
    else void refreshSession();
  });
  const stopLearning = onRightsDoubt(async () => {
    // Asked for before the change, perhaps.
    await reading;
    await refreshSession();
  });
  const stopListening = mainSide().onEvent((event) => {
    if (event.type === 'session') {
      void refreshSession();
      // What the sign-in screen offers is the office's to change, and nobody signed in hears of it by a feature.
      void queryClient.invalidateQueries({ queryKey: ['registration'] });
    } else readAnewSoon(event.feature);
  });
  const timer = setInterval(() => {
    if (!useSession.getState().isUnknown) void refreshSession();
  }, timeBetweenPolls);
  void refreshSession();

  return () => {
    stopDoubting();
    stopLearning();
    stopListening();
    clearInterval(timer);
  };
}
