import { type BrowserWindow, dialog } from 'electron';

/**
 * Asks where a page objects to being left, because something in it is not saved. Electron shows nothing of its own
 * then: without the question the window would stay open, and the application with it, without a word.
 */
export function askBeforeLeaving(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    // Preventing the event lets the page go; it has to be said before the event has passed.
    if (isLeavingWanted(window)) event.preventDefault();
  });
}

function isLeavingWanted(window: BrowserWindow): boolean {
  const response = dialog.showMessageBoxSync(window, {
    type: 'question',
    message: 'Leave without saving?',
    detail: 'What is not saved in this window would be lost.',
    buttons: ['Leave without saving', 'Stay'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
