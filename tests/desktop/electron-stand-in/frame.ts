import type { WebFrameMain } from 'electron';

export interface FrameAddress {
  readonly origin: string;
  readonly url: string;
}

/** As Chromium writes it for a scheme that is registered as standard. */
export function addressOf(url: string): FrameAddress {
  const { protocol, host } = new URL(url);
  return { origin: `${protocol}//${host}`, url };
}

/** A frame of a page. One that is gone throws when it is asked, as Electron's do. */
export class StandInFrame implements Pick<WebFrameMain, 'isDestroyed' | 'detached' | 'origin' | 'url' | 'parent'> {
  readonly detached = false;
  readonly parent: WebFrameMain | null;
  #address: FrameAddress;
  /** Gone with its page; Electron still hands it out for a moment. */
  isGone = false;

  constructor(parent: WebFrameMain | null, address: FrameAddress = { origin: 'null', url: '' }) {
    this.parent = parent;
    this.#address = address;
  }

  get origin(): string {
    return this.#known().origin;
  }

  get url(): string {
    return this.#known().url;
  }

  show(address: FrameAddress): void {
    this.#address = address;
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  #known(): FrameAddress {
    if (this.isGone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    return this.#address;
  }
}
