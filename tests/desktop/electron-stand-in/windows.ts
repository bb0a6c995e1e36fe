import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Rectangle } from 'electron';
import { cancellable } from './cancellable';
import { StandInContents } from './contents';
import { type StandInSession, session } from './session';
import { world } from './world';

type UsedOfWindow = Pick<
  ElectronWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'close'
  | 'destroy'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'setBackgroundColor'
>;

const open: BrowserWindow[] = [];
let focused: BrowserWindow | null = null;

export function allWindows(): BrowserWindow[] {
  return [...open];
}

export class BrowserWindow extends EventEmitter implements UsedOfWindow {
  readonly webContents: StandInContents;
  readonly options: BrowserWindowConstructorOptions;
  bounds: Rectangle;
  backgroundColor: string;
  isVisible = false;
  #isMaximized = false;
  #isMinimized = false;
  #isDestroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return allWindows();
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    world.assertReady('BrowserWindow');
    const { x = 0, y = 0, width = 800, height = 600, webPreferences = {} } = options;
    this.options = options;
    this.bounds = { x, y, width, height };
    this.backgroundColor = options.backgroundColor ?? '#FFF';
    this.isVisible = options.show ?? true;
    const ownSession = webPreferences.session as StandInSession | undefined;
    this.webContents = new StandInContents(ownSession ?? session.defaultSession, webPreferences);
    open.push(this);
    world.events.emit('web-contents-created', this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    if (!this.#isDestroyed) this.emit('ready-to-show');
  }

  show(): void {
    this.isVisible = true;
    this.focus();
    this.emit('show');
    world.events.emit('shown');
  }

  focus(): void {
    focused = this;
  }

  /** The person has turned to another program. */
  blur(): void {
    if (focused === this) focused = null;
  }

  minimize(): void {
    this.#isMinimized = true;
    this.blur();
  }

  restore(): void {
    this.#isMinimized = false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setBackgroundColor(backgroundColor: string): void {
    this.backgroundColor = backgroundColor;
  }

  getNormalBounds(): Rectangle {
    return this.bounds;
  }

  close(): void {
    const closing = cancellable({});
    this.emit('close', closing);
    if (!closing.defaultPrevented && this.webContents.mayBeLeft()) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.blur();
    open.splice(open.indexOf(this), 1);
    this.webContents.destroy();
    this.emit('closed');
    if (open.length === 0 && world.journal.exitCode === null) world.events.emit('window-all-closed');
  }
}
