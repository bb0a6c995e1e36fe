import type { MenuItemConstructorOptions, Session, WebContents } from 'electron';
import type { ApplicationEvent } from '../../../src-shared/events';
import type { ThemeChoice } from '../../../src-shared/theme';
import { app } from './app';
import { cancellable } from './cancellable';
import { StandInFrame } from './frame';
import { invoke } from './ipc';
import { allSessions, type StandInSession } from './session';
import { Menu, nativeTheme, protocol } from './system';
import { allWindows, type BrowserWindow } from './windows';
import { world } from './world';

type Permission = Parameters<NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>>[1];

/** From where a message to the main side may come: the window's page, or something that pretends to be it. */
export type Sender = 'main frame' | 'sub-frame' | 'no frame' | 'destroyed frame' | { origin: string };

const heard = new Map<number, ApplicationEvent[]>();

function windowOf(id: number): BrowserWindow {
  const window = allWindows().find(({ webContents }) => webContents.id === id);
  if (!window) throw new Error(`There is no window ${id}.`);
  return window;
}

function pageOf(id: number) {
  const { page } = windowOf(id).webContents;
  if (!page) throw new Error(`The window ${id} shows no page.`);
  return page;
}

interface Message {
  channel: string;
  args: unknown[];
}

/** Sends as if from there, and leaves the window as it was. */
async function sendAs({ webContents }: BrowserWindow, sender: Sender, { channel, args }: Message): Promise<unknown> {
  const { mainFrame } = webContents;
  const send = (frame: StandInFrame | null) => invoke(webContents, frame, channel, args);
  const own = { origin: mainFrame.origin, url: mainFrame.url };
  switch (sender) {
    case 'main frame':
      return send(mainFrame);
    case 'sub-frame':
      return send(new StandInFrame(null, own));
    case 'no frame':
      return send(null);
    case 'destroyed frame':
      mainFrame.isGone = true;
      return send(mainFrame).finally(() => {
        mainFrame.isGone = false;
      });
    default:
      mainFrame.show({ origin: sender.origin, url: `${sender.origin}/` });
      return send(mainFrame).finally(() => mainFrame.show(own));
  }
}

/** What a test can do to the application and ask about it; everything goes between processes. */
export const commands = {
  journal: () => world.journal,

  start: () => ({ schemes: protocol.schemes, switches: app.switches, userData: app.getPath('userData') }),

  windows: () =>
    allWindows().map((window) => {
      const { webPreferences, ...options } = window.options;
      const { session, ...preferences } = webPreferences ?? {};
      const { id, webRtcPolicy, mainFrame } = window.webContents;
      return {
        id,
        options,
        preferences,
        url: mainFrame.url,
        webRtcPolicy,
        isSessionPersistent: (session as StandInSession | undefined)?.isPersistent(),
        bounds: window.getNormalBounds(),
        isVisible: window.isVisible,
        isMaximized: window.isMaximized(),
        isMinimized: window.isMinimized(),
      };
    }),

  sessions: () => allSessions().map(({ partition, hasSpellChecker }) => ({ partition, hasSpellChecker })),

  /** `window.steward.call(…)` of the page. */
  call: ({ window, procedure, input }: { window: number; procedure: string; input: unknown }) =>
    pageOf(window).bridge.call(procedure, input),

  /** A message that did not have to come from the preload script. */
  invoke: ({ window, sender, ...message }: { window: number; sender: Sender } & Message) =>
    sendAs(windowOf(window), sender, message),

  /** What the page is told of the theme when it begins, and what everything around it has. */
  theme: ({ window }: { window: number }) => ({
    initial: pageOf(window).bridge.theme.initial,
    ofMenusAndDialogs: nativeTheme.themeSource,
    background: windowOf(window).backgroundColor,
  }),

  /** `window.steward.theme.choose(…)` of the page. */
  chooseTheme: ({ window, choice }: { window: number; choice: ThemeChoice }) =>
    pageOf(window).bridge.theme.choose(choice),

  exposed: ({ window }: { window: number }) =>
    Object.entries(pageOf(window).mainWorld).map(([name, api]) => ({ name, members: Object.keys(Object(api)).sort() })),

  listen: ({ window }: { window: number }) => {
    const events: ApplicationEvent[] = [];
    heard.set(window, events);
    pageOf(window).bridge.onEvent((event) => events.push(event));
  },

  heard: ({ window }: { window: number }) => heard.get(window) ?? [],

  load: async ({ window, url, method }: { window: number; url: string; method?: string }) => {
    const response = await windowOf(window).webContents.session.load(url, method);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  },

  /** In every session there is. */
  isCancelled: ({ url }: { url: string }) => allSessions().map((session) => session.isCancelled(url)),

  navigate: (navigation: {
    window: number;
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect';
    url: string;
    isMainFrame: boolean;
  }) => {
    const { window, event, url, isMainFrame } = navigation;
    const details = cancellable({ url, isMainFrame, isSameDocument: false, frame: null });
    windowOf(window).webContents.emit(event, details);
    return { isRefused: details.defaultPrevented };
  },

  openWindow: ({ window, url }: { window: number; url: string }) => {
    const handler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = windowOf(window).webContents.windowOpen;
    const referrer = { url: '', policy: 'no-referrer' as const };
    return handler?.({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer });
  },

  attachWebview: ({ window }: { window: number }) => {
    const attaching = cancellable({});
    windowOf(window).webContents.emit('will-attach-webview', attaching, {}, { src: 'https://example.org/' });
    return { isRefused: attaching.defaultPrevented };
  },

  /** What every session answers when it is asked whether a page may, and when a page asks for it. */
  permission: ({ permission, origin }: { permission: Permission; origin: string }) =>
    allSessions().map((session) => {
      let isGrantedOnRequest: boolean | null = null;
      const contents = allWindows()[0]?.webContents as unknown as WebContents;
      const details = { isMainFrame: true, requestingUrl: `${origin}/` };
      const isGrantedOnCheck = session.permissionCheck?.(contents, permission, `${origin}/`, details);
      session.permissionRequest?.(
        contents,
        permission,
        (isGranted) => {
          isGrantedOnRequest = isGranted;
        },
        details,
      );
      return { isGrantedOnCheck, isGrantedOnRequest };
    }),

  device: () =>
    allSessions().map((session) =>
      session.devicePermission?.({ deviceType: 'usb', origin: 'app://steward', device: {} as Electron.USBDevice }),
    ),

  download: () =>
    allSessions().map((session) => {
      const downloading = cancellable({});
      session.emit('will-download', downloading, {}, {});
      return { isRefused: downloading.defaultPrevented };
    }),

  pressNext: ({ button }: { button: number }) => {
    world.nextButton = button;
  },

  menu: () => flat(Menu.shown?.items ?? []),

  click: ({ id }: { id: string }) => {
    const item = everyItem(Menu.shown?.items ?? []).find((candidate) => candidate.id === id);
    if (!item?.click) throw new Error(`The menu has no item ${id}.`);
    item.click({} as Electron.MenuItem, undefined, {});
  },

  secondInstance: () => {
    app.emit('second-instance', {}, [], '/', null);
  },

  move: ({ window, x, y, isMaximized }: { window: number; x: number; y: number; isMaximized: boolean }) => {
    const moved = windowOf(window);
    moved.bounds = { ...moved.bounds, x, y };
    if (isMaximized) moved.maximize();
  },

  blur: () => {
    for (const window of allWindows()) window.blur();
  },

  minimize: ({ window }: { window: number }) => windowOf(window).minimize(),
  object: ({ window }: { window: number }) => {
    windowOf(window).webContents.isObjecting = true;
  },
  close: ({ window }: { window: number }) => windowOf(window).close(),
  crash: ({ window }: { window: number }) => windowOf(window).webContents.crash(),
  reload: ({ window }: { window: number }) =>
    windowOf(window).webContents.load(windowOf(window).webContents.mainFrame.url),
  quit: ({ times }: { times: number }) => {
    for (let time = 0; time < times; time += 1) app.quit();
  },
};

function everyItem(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])]);
}

function flat(items: readonly MenuItemConstructorOptions[]): { label?: string; role?: string; accelerator?: string }[] {
  return everyItem(items).map(({ label, role, accelerator }) => ({ label, role, accelerator }));
}

export type Commands = typeof commands;
