import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { App } from '../../app';
import type { Page } from '../page/page';
import { sendJson } from './answers';
import { readJson } from './body';
import type { EventStreams } from './event-streams';
import { checkCallRequest, checkHost, checkPageRequest } from './guard';
import type { LaunchKey } from './launch-key';
import type { Limits } from './limits';
import { Refused } from './refused';
import type { BrowserWindow, BrowserWindows } from './windows';

/** Carries a window's token with every call, and its new token with an answer that renews the session. */
const sessionHeader = 'x-steward-session';

export interface RouterParts {
  readonly app: App;
  readonly page: Page;
  readonly launchKey: LaunchKey;
  readonly windows: BrowserWindows;
  readonly streams: EventStreams;
  readonly authority: string;
  readonly limits: Limits;
}

const sessionRequest = z.strictObject({ key: z.string().max(200) });
const callRequest = z.strictObject({ procedure: z.string().max(200), input: z.unknown() });
const eventsRequest = z.strictObject({});

/**
 * What this host answers to:
 * - `POST /api/session` `{ key }` trades the launch key for a window's token: `{ token }`.
 * - `POST /api/call` `{ procedure, input }` asks the application's door: an `Answer`.
 * - `POST /api/events` `{}` streams the window's events.
 * - `GET` of anything else is the page.
 *
 * The returned function rejects with `Refused` for what does not come from a window of ours.
 */
export function createRouter(
  parts: RouterParts,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { app, page, launchKey, windows, streams, authority, limits } = parts;

  async function session(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { key } = await bodyOf(request, sessionRequest);
    await launchKey.check(key);
    sendJson(response, 200, { token: windows.open() });
  }

  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { window, body } = await callOf(request, callRequest);
    const leave = windows.enter(window);
    try {
      const { answer, isSessionRenewed } = await app.call(window.name, body.procedure, body.input);
      sendJson(response, 200, answer, isSessionRenewed ? { [sessionHeader]: windows.renewToken(window) } : {});
    } finally {
      leave();
    }
  }

  async function events(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { window } = await callOf(request, eventsRequest);
    streams.open(window, response);
  }

  const calls = new Map([
    ['/api/session', session],
    ['/api/call', call],
    ['/api/events', events],
  ]);

  function windowOf(request: IncomingMessage): BrowserWindow {
    const token = request.headers[sessionHeader];
    const window = typeof token === 'string' ? windows.find(token) : null;
    if (!window) throw new Refused(401, 'WINDOW_UNKNOWN');
    return window;
  }

  async function callOf<T>(
    request: IncomingMessage,
    schema: z.ZodType<T>,
  ): Promise<{ window: BrowserWindow; body: T }> {
    windowOf(request);
    const body = await bodyOf(request, schema);
    // Asked again: the token may have been renewed while a slow body came in, and is worthless from then on.
    return { window: windowOf(request), body };
  }

  async function bodyOf<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
    const parsed = schema.safeParse(await readJson(request, limits.bodyBytes));
    if (!parsed.success) throw new Refused(400, 'INPUT_INVALID');
    return parsed.data;
  }

  function servePage(request: IncomingMessage, response: ServerResponse, path: string): void {
    checkPageRequest(request, authority);
    const { status, headers, body } = page.answer(path);
    response.writeHead(status, { ...headers, 'content-length': body.length });
    response.end(body);
  }

  return async (request, response) => {
    checkHost(request, authority);
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (path !== '/api' && !path.startsWith('/api/')) return servePage(request, response, path);
    checkCallRequest(request, authority, limits);
    const answer = calls.get(path);
    if (!answer) throw new Refused(404, 'UNKNOWN_PROCEDURE');
    await answer(request, response);
  };
}
