import {
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  dialog,
  nativeTheme,
  type Rectangle,
  type Session,
  screen,
} from 'electron';
import type { App } from '../../app';
import { windowName } from './calls';
import { eventChannel, themeArgument } from './channels';
import { askBeforeLeaving } from './leave-question';
import { pageAddress } from './origin';
import { isReachable, type Placement, readPlacement, writePlacement } from './placement';

const usualSize = { width: 1280, height: 840 };
const smallestSize = { width: 1024, height: 700 };
/** How far a further window is moved, so that the one below it stays visible. */
const cascade = 32;
/** Where the page has not painted yet, the window has the background of the page's own theme. */
const background = { light: '#f4f5f7', dark: '#12161b' };
/** A window that crashes again so soon is not opened again unasked. */
const crashPauseMs = 60_000;

export interface WindowsOptions {
  readonly steward: App;
  /** The session in which the page is served. */
  readonly session: Session;
  readonly preload: string;
  /** Where the place of the last window is remembered. */
  readonly placementFile: string;
  readonly isPackaged: boolean;
  readonly report: (error: unknown) => void;
}

/** The open windows. Each is a session of its own for as long as its page lives. */
export class Windows {
  readonly #options: WindowsOptions;
  #lastCrash = Number.NEGATIVE_INFINITY;

  constructor(options: WindowsOptions) {
    this.#options = options;
    nativeTheme.on('updated', () => {
      for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(pageBackground());
    });
  }

  open(placement: Placement = this.#nextPlacement()): void {
    const { steward, report } = this.#options;
    const window = new BrowserWindow({ ...placement.bounds, ...this.#appearance() });
    const contents = window.webContents;
    const name = windowName(contents);

    const unsubscribe = steward.subscribe(name, (event) => contents.send(eventChannel, event));
    contents.once('destroyed', () => {
      unsubscribe();
      steward.forget(name);
    });
    contents.on('render-process-gone', () => {
      // Electron may not be asked to destroy the contents while it tells of their end.
      setImmediate(() => this.#replaceCrashed(window).catch(report));
    });
    window.once('ready-to-show', () => {
      if (placement.isMaximized) window.maximize();
      window.show();
    });
    askBeforeLeaving(window);
    window.on('close', () => this.#remember(window));
    window.loadURL(pageAddress).catch(report);
  }

  /** Brings a window to the front, and opens one where there is none. */
  show(): void {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows().at(-1);
    if (!window) {
      this.open();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /**
   * What state a crashed page was in is not known, so its session ends with it: the window makes place for a new
   * one. Where that crashes too, the person decides.
   */
  async #replaceCrashed(window: BrowserWindow): Promise<void> {
    if (window.isDestroyed()) return;
    const isRepeated = performance.now() - this.#lastCrash < crashPauseMs;
    this.#lastCrash = performance.now();
    const isWanted = !isRepeated || (await isAnotherTryWanted(window));
    if (window.isDestroyed()) return;
    // In this order, as an application without windows quits.
    if (isWanted) this.open(placementOf(window));
    window.destroy();
  }

  #appearance(): BrowserWindowConstructorOptions {
    const { preload, session, isPackaged } = this.#options;
    const { workAreaSize } = screen.getPrimaryDisplay();
    return {
      minWidth: Math.min(smallestSize.width, workAreaSize.width),
      minHeight: Math.min(smallestSize.height, workAreaSize.height),
      show: false,
      title: 'Steward',
      backgroundColor: pageBackground(),
      webPreferences: {
        session,
        preload,
        additionalArguments: [`${themeArgument}${nativeTheme.themeSource}`],
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        // Its dictionaries would be downloaded.
        spellcheck: false,
        devTools: !isPackaged,
      },
    };
  }

  /** Beside the window in front, or where the last one was closed, or in the middle of the screen. */
  #nextPlacement(): Placement {
    const front = BrowserWindow.getFocusedWindow();
    if (front) return besides(placementOf(front));
    const remembered = readPlacement(this.#options.placementFile);
    const workAreas = screen.getAllDisplays().map((display) => display.workArea);
    if (remembered && isReachable(remembered.bounds, workAreas)) return remembered;
    return { bounds: centred(screen.getPrimaryDisplay().workArea), isMaximized: false };
  }

  #remember(window: BrowserWindow): void {
    try {
      writePlacement(this.#options.placementFile, placementOf(window));
    } catch (error) {
      // A place that is not remembered is no reason to keep a window from closing.
      this.#options.report(error);
    }
  }
}

function pageBackground(): string {
  return nativeTheme.shouldUseDarkColors ? background.dark : background.light;
}

function placementOf(window: BrowserWindow): Placement {
  const { x, y, width, height } = window.getNormalBounds();
  return { bounds: { x, y, width, height }, isMaximized: window.isMaximized() };
}

function besides({ bounds }: Placement): Placement {
  return { bounds: { ...bounds, x: bounds.x + cascade, y: bounds.y + cascade }, isMaximized: false };
}

function centred(area: Rectangle): Rectangle {
  const width = Math.min(usualSize.width, area.width);
  const height = Math.min(usualSize.height, area.height);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { x, y, width, height };
}

async function isAnotherTryWanted(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window has stopped working again.',
    detail: 'Everything that was saved is safe. You will have to sign in again.',
    buttons: ['Open Again', 'Close Window'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
