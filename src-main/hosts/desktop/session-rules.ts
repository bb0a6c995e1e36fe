import { app, type Session } from 'electron';
import type { Page } from '../page/page';
import { isOwnUrl, scheme } from './origin';

/** What a page may be granted: copying text. Everything else that Chromium offers is refused. */
function isGranted(permission: string, requester: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnUrl(requester);
}

function mayBeLoaded(url: string): boolean {
  return isOwnUrl(url) || (!app.isPackaged && url.startsWith('devtools://'));
}

/** For every session, Electron's own default one included: nothing is granted, loaded or downloaded. */
export function restrictSession(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isGranted(permission, details.requestingUrl)),
  );
  session.setDevicePermissionHandler(() => false);
  // Its dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayBeLoaded(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
}

/** Answers the application's own scheme in one session, and in no other. */
export function servePage(session: Session, page: Page): void {
  session.protocol.handle(scheme, (request) => {
    if (request.method !== 'GET' || !isOwnUrl(request.url)) return new Response(null, { status: 404 });
    const { status, headers, body } = page.answer(new URL(request.url).pathname);
    return new Response(body, { status, headers: { ...headers } });
  });
}
