/** What stands in for the module `electron` in the main process: as much of it as the desktop host uses. */
export { app } from './app';
export { ipcMain } from './ipc';
export { safeStorage } from './safe-storage';
export { session } from './session';
export { dialog, Menu, nativeTheme, protocol, screen, shell } from './system';
export { BrowserWindow } from './windows';
