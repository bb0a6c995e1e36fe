import { EventEmitter } from 'node:events';
import type { WebContents, WebPreferences } from 'electron';
import { cancellable } from './cancellable';
import { addressOf, StandInFrame } from './frame';
import { Page } from './page';
import type { StandInSession } from './session';

type UsedOfContents = Pick<
  WebContents,
  'id' | 'send' | 'isDestroyed' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'
>;

let lastId = 0;

export class StandInContents extends EventEmitter implements UsedOfContents {
  readonly id = ++lastId;
  readonly mainFrame = new StandInFrame(null);
  readonly session: StandInSession;
  /** What runs in the renderer process; null before the first page and after a crash. */
  page: Page | null = null;
  windowOpen: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;
  webRtcPolicy = 'default';
  /** The page has something unsaved and objects to being left. */
  isObjecting = false;
  readonly #preferences: WebPreferences;
  #isDestroyed = false;

  constructor(session: StandInSession, preferences: WebPreferences) {
    super();
    this.session = session;
    this.#preferences = preferences;
  }

  setWindowOpenHandler(handler: NonNullable<StandInContents['windowOpen']>): void {
    this.windowOpen = handler;
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  /** Loads as `loadURL` does: without asking `will-navigate`. */
  async load(url: string): Promise<void> {
    const response = await this.session.load(url);
    await response.arrayBuffer();
    if (this.#isDestroyed) throw new Error(`ERR_ABORTED (-3) loading '${url}'`);
    this.mainFrame.show(addressOf(url));
    this.page = await Page.start(this.#preferences, this);
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    this.page?.receive(channel, structuredClone(args));
  }

  /** Whether the page lets go, or is made to. */
  mayBeLeft(): boolean {
    if (!this.isObjecting) return true;
    const leaving = cancellable({});
    this.emit('will-prevent-unload', leaving);
    return leaving.defaultPrevented;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  crash(): void {
    this.page = null;
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.page = null;
    this.mainFrame.isGone = true;
    this.emit('destroyed');
  }
}
