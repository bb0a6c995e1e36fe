import type { WebContents } from 'electron';
import { openExternal } from './open-external';
import { isOwnUrl } from './origin';

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** Our page has no frames in it, and goes nowhere but to itself: a reload is such a navigation. */
function refuseElsewhere(navigation: Navigation): void {
  if (!navigation.isMainFrame || !isOwnUrl(navigation.url)) navigation.preventDefault();
}

/** For everything that can show a page: it stays where it is and opens nothing. */
export function restrictContents(contents: WebContents, report: (error: unknown) => void): void {
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuseElsewhere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url).catch(report);
    return { action: 'deny' };
  });
  // WebRTC is not governed by the content security policy and could reach the network past the session.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
