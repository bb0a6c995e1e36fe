import type { IpcMainInvokeEvent } from 'electron';
import { ownOrigin } from './origin';

/** Only the main frame of a window, while it shows our page. Electron gives no frame once it has gone elsewhere. */
export function isFromOwnPage({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  // A frame that is gone throws when it is asked for its origin.
  if (!senderFrame || senderFrame.isDestroyed() || senderFrame.detached) return false;
  return senderFrame === sender.mainFrame && senderFrame.origin === ownOrigin;
}
