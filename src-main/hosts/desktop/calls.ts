import { ipcMain, type WebContents } from 'electron';
import type { Answer } from '../../../src-shared/contract';
import { type ErrorCode, errorText } from '../../../src-shared/errors';
import type { App } from '../../app';
import { callChannel } from './channels';
import { isFromOwnPage } from './sender';

/** One window is one session: its name comes from Electron and never from what the window sends. */
export function windowName(contents: WebContents): string {
  return `desktop-${contents.id}`;
}

/** Opens the one door to the windows. Whoever may not come in gets an answer that says so. */
export function answerCalls(steward: App): void {
  ipcMain.handle(callChannel, async (event, procedure: unknown, input: unknown): Promise<Answer> => {
    if (!isFromOwnPage(event)) return refusal('REQUEST_REFUSED');
    if (typeof procedure !== 'string') return refusal('UNKNOWN_PROCEDURE');
    const { answer } = await steward.call(windowName(event.sender), procedure, input);
    return answer;
  });
}

function refusal(code: ErrorCode): Answer {
  return { ok: false, error: errorText(code) };
}
