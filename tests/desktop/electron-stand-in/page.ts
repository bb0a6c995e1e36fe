import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { compileFunction } from 'node:vm';
import type { ContextBridge, IpcRenderer, WebPreferences } from 'electron';
import type { Bridge } from '../../../src-shared/bridge';
import type { StandInContents } from './contents';
import { invoke } from './ipc';

/** A page in its renderer process: the preload script beside it, and what that has put into the page's world. */
export class Page {
  readonly mainWorld: Record<string, unknown> = {};
  readonly #contents: StandInContents;
  readonly #channels = new EventEmitter();

  private constructor(contents: StandInContents) {
    this.#contents = contents;
  }

  /** Runs the preload as a sandbox does: one CommonJS script that can require Electron and next to nothing else. */
  static async start(
    { preload = '', additionalArguments = [] }: WebPreferences,
    contents: StandInContents,
  ): Promise<Page> {
    const page = new Page(contents);
    const code = await readFile(preload, 'utf8');
    const run = compileFunction(code, ['require', 'module', 'exports', 'process'], { filename: preload });
    const module = { exports: {} };
    const process = { argv: ['steward', '--type=renderer', ...additionalArguments] };
    run((name: string) => page.#require(name), module, module.exports, process);
    return page;
  }

  /** `window.steward`. */
  get bridge(): Bridge {
    return this.mainWorld.steward as Bridge;
  }

  receive(channel: string, args: readonly unknown[]): void {
    this.#channels.emit(channel, { sender: null, senderId: 0, ports: [] }, ...args);
  }

  #require(name: string): unknown {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    const contextBridge: Pick<ContextBridge, 'exposeInMainWorld'> = {
      exposeInMainWorld: (key, api) => {
        this.mainWorld[key] = Object.freeze(api);
      },
    };
    const ipcRenderer: Pick<IpcRenderer, 'invoke'> & Pick<EventEmitter, 'on' | 'off'> = {
      invoke: (channel, ...args) => invoke(this.#contents, this.#contents.mainFrame, channel, args),
      on: (channel, listener) => this.#channels.on(channel, listener),
      off: (channel, listener) => this.#channels.off(channel, listener),
    };
    return { contextBridge, ipcRenderer };
  }
}
