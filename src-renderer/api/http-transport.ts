import { type Answer, procedures } from '../../src-shared/contract';
import { sessionView } from '../../src-shared/contract/session';
import { type ApplicationEvent, announcedFeatures } from '../../src-shared/events';
import { TransportFailure, WindowUnknown } from './failures';
import { readEvents } from './http-events';
import type { Transport } from './transport';
import { createWindowToken, tokenHeader, type WindowToken } from './window-token';

/** The browser host: JSON by POST, and a session token in a header. */
export function createHttpTransport(): Transport {
  const token = createWindowToken();
  const underWay = new Set<Promise<Response>>();

  /** While it is under way nothing else is sent: it would come with a token that is worthless by then. */
  let renewal: Promise<unknown> = Promise.resolve();

  async function send(procedure: string, input: unknown): Promise<Answer> {
    await renewal;
    const answer = exchange(procedure, input);
    if (mayRenewToken(procedure)) renewal = answer.catch(() => undefined);
    return answer;
  }

  async function exchange(procedure: string, input: unknown): Promise<Answer> {
    const sentWith = await token.get();
    const request = post('/api/call', { procedure, input }, sentWith);
    underWay.add(request);
    let response: Response;
    try {
      response = await request;
    } catch (cause) {
      throw new TransportFailure({ cause });
    } finally {
      underWay.delete(request);
    }
    if (response.status === 401) {
      // A call that was sent a moment later may be renewing the token: only when it has ended do we know.
      await Promise.allSettled(underWay);
      return (await token.isReplaced(sentWith)) ? exchange(procedure, input) : Promise.reject(new WindowUnknown());
    }
    const renewed = response.headers.get(tokenHeader);
    if (renewed) token.keep(renewed);
    return answerOf(response);
  }

  return {
    call: send,
    onEvent: (listener) => listen(token, underWay, listener),
  };
}

/** Whoever signs in or out, or changes their password, gets another session. */
function mayRenewToken(name: string): boolean {
  const procedure = procedures.get(name);
  return procedure?.access === 'write' && procedure.output === sessionView;
}

async function answerOf(response: Response): Promise<Answer> {
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    throw new TransportFailure({ cause });
  }
  if (typeof body !== 'object' || body === null || !('ok' in body)) throw new TransportFailure();
  return body as Answer;
}

function post(path: string, body: unknown, token: string, signal?: AbortSignal): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [tokenHeader]: token },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
}

const firstWait = 500;
const longestWait = 15_000;
/** After so long a window that is in sight, perhaps beside others, takes a stream again from one of them. */
const turnAgain = 15_000;

/** Keeps one stream of events open, through renewals of the token and failures of the connection. */
function listen(
  token: WindowToken,
  /** The calls that may be renewing the token right now. */
  underWay: ReadonlySet<Promise<Response>>,
  listener: (event: ApplicationEvent) => void,
): () => void {
  const stopped = new AbortController();
  let connection = new AbortController();
  const stopWatching = token.onRenewal(() => connection.abort());

  async function run(): Promise<void> {
    let wait = firstWait;
    for (let isFirst = true; !stopped.signal.aborted; isFirst = false) {
      connection = new AbortController();
      const signal = AbortSignal.any([connection.signal, stopped.signal]);
      try {
        const sentWith = await token.get();
        const response = await post('/api/events', {}, sentWith, signal);
        if (response.status === 401) {
          await Promise.allSettled(underWay);
          if (await token.isReplaced(sentWith)) continue;
          return;
        }
        if (!response.ok || !response.body) throw new TransportFailure();
        wait = firstWait;
        if (!isFirst) for (const event of whatMayBeMissed) listener(event);
        await readEvents(response.body, listener);
        if (!signal.aborted) listener({ type: 'session' });
        // Ended in good order: there are more windows than streams, and this one's turn comes when it is looked at.
        await nextLook(signal, document.hidden ? null : turnAgain);
      } catch (failure) {
        if (failure instanceof WindowUnknown) return;
        if (connection.signal.aborted) continue;
        // Perhaps nobody is there any more to lock this window.
        if (!stopped.signal.aborted) listener({ type: 'session' });
        await pause(wait, stopped.signal);
        wait = Math.min(wait * 2, longestWait);
      }
    }
  }

  void run();
  return () => {
    stopWatching();
    stopped.abort();
  };
}

const whatMayBeMissed: readonly ApplicationEvent[] = [
  { type: 'session' },
  ...announcedFeatures.map((feature) => ({ type: 'changed' as const, feature })),
];

/** The next time the person turns to this window; in so many milliseconds at the latest, where it is in sight. */
function nextLook(signal: AbortSignal, latest: number | null): Promise<void> {
  return new Promise((resolve) => {
    if (latest !== null) setTimeout(resolve, latest);
    const looked = () => {
      if (!document.hidden || signal.aborted) resolve();
    };
    window.addEventListener('focus', looked, { signal, once: true });
    document.addEventListener('visibilitychange', looked, { signal });
    signal.addEventListener('abort', looked);
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
