import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { App, CommandLine } from 'electron';
import { cancellable } from './cancellable';
import { allWindows } from './windows';
import { world } from './world';

type UsedOfApp = Pick<
  App,
  | 'isPackaged'
  | 'name'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'whenReady'
  | 'quit'
  | 'exit'
>;

class StandInApp extends EventEmitter implements UsedOfApp {
  readonly name = 'Steward';
  readonly isPackaged = world.computer.isPackaged;
  readonly switches: Record<string, string> = {};
  readonly commandLine: Pick<CommandLine, 'appendSwitch'> = {
    appendSwitch: (name, value) => {
      world.noteBeforeReady(`switch ${name}`);
      this.switches[name] = value ?? '';
    },
  };
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isQuitting = false;

  constructor() {
    super();
    world.events.on('web-contents-created', (contents) => this.emit('web-contents-created', {}, contents));
    // An application that is quitting is not told that its windows are gone.
    world.events.on('window-all-closed', () => this.#isQuitting || this.emit('window-all-closed'));
  }

  getVersion(): string {
    return '0.0.0';
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
    world.noteBeforeReady(`path ${name}`);
    this.#paths.set(name, path);
  }

  enableSandbox(): void {
    world.noteBeforeReady('sandbox');
  }

  requestSingleInstanceLock(): boolean {
    world.noteBeforeReady('single instance lock');
    return world.computer.isFirstInstance;
  }

  setAboutPanelOptions(): void {}

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  /** Electron does this once the main module, with everything it awaits at its top, has run to its end. */
  becomeReady(): void {
    if (this.#isQuitting || world.journal.exitCode !== null) return;
    world.isReady = true;
    this.emit('ready');
    this.#ready.resolve();
  }

  quit(): void {
    this.#isQuitting = true;
    const beforeQuit = cancellable({});
    this.emit('before-quit', beforeQuit);
    for (const window of allWindows()) window.close();
    if (beforeQuit.defaultPrevented || allWindows().length > 0) return;
    const willQuit = cancellable({});
    this.emit('will-quit', willQuit);
    if (!willQuit.defaultPrevented) this.exit(0);
  }

  /** The process stays, so that a test can see what the application itself has let go of. */
  exit(exitCode = 0): void {
    if (world.journal.exitCode !== null) throw new Error('Electron was told to exit for a second time.');
    world.journal.exitCode = exitCode;
    for (const window of allWindows()) window.destroy();
    world.events.emit('exit');
  }
}

export const app = new StandInApp();
