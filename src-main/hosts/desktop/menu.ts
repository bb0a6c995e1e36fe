import { app, Menu, type MenuItemConstructorOptions } from 'electron';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as each platform expects it; what only developers need is not in a packaged application. */
export function setMenu(openWindow: () => void): void {
  const isMac = process.platform === 'darwin';
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence',
  });
  const help: MenuItemConstructorOptions = { role: 'help', submenu: [{ role: 'about' }] };
  const common: MenuItemConstructorOptions[] = [
    fileMenu(openWindow, isMac),
    { role: 'editMenu' },
    viewMenu(),
    { role: 'windowMenu' },
  ];
  // On macOS "About" and "Quit" belong to the menu that is named like the application.
  const template = isMac ? [{ role: 'appMenu' } as const, ...common] : [...common, help];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function fileMenu(openWindow: () => void, isMac: boolean): MenuItemConstructorOptions {
  const newWindow: MenuItemConstructorOptions = {
    id: 'new-window',
    label: 'New Window',
    accelerator: 'CmdOrCtrl+N',
    click: openWindow,
  };
  const quit: MenuItemConstructorOptions[] = isMac ? [] : [separator, { role: 'quit' }];
  return { label: '&File', submenu: [newWindow, { role: 'close' }, ...quit] };
}

function viewMenu(): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : forDevelopers),
    ],
  };
}
