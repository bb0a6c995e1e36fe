import type { IpcMain, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { cancellable } from './cancellable';
import type { StandInContents } from './contents';
import type { StandInFrame } from './frame';

type Handler = Parameters<IpcMain['handle']>[1];

const handlers = new Map<string, Handler>();

export const ipcMain: Pick<IpcMain, 'handle'> = {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

/** `ipcRenderer.invoke` of one frame: what goes in and what comes out is cloned as between processes. */
export async function invoke(
  sender: StandInContents,
  senderFrame: StandInFrame | null,
  channel: string,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  const event: IpcMainInvokeEvent = cancellable({
    sender: sender as unknown as WebContents,
    senderFrame: senderFrame as unknown as WebFrameMain | null,
    frameId: 1,
    processId: 1,
    type: 'frame' as const,
  });
  return structuredClone(await handler(event, ...structuredClone(args)));
}
