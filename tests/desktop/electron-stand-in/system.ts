import { EventEmitter } from 'node:events';
import type {
  Dialog,
  Display,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  MessageBoxReturnValue,
  NativeTheme,
  Protocol,
  Shell,
} from 'electron';
import { world } from './world';

/** Only the part that has to be asked before Electron is ready; a session has its own protocol. */
export const protocol: Pick<Protocol, 'registerSchemesAsPrivileged'> & { schemes: unknown } = {
  schemes: null,
  registerSchemesAsPrivileged(schemes) {
    if (this.schemes !== null) throw new Error('registerSchemesAsPrivileged can be called only once');
    world.noteBeforeReady('schemes');
    this.schemes = schemes;
  },
};

function answerTo(options: MessageBoxOptions): number {
  world.journal.messageBoxes.push(options);
  const response = world.nextButton ?? options.cancelId ?? 0;
  world.nextButton = null;
  return response;
}

export const dialog: Pick<Dialog, 'showErrorBox'> & {
  showMessageBox(...args: unknown[]): Promise<unknown>;
  showMessageBoxSync(...args: unknown[]): number;
} = {
  showErrorBox(title, content) {
    // On Linux there is no window for it before, and nobody reads the standard error of a desktop application.
    world.assertReady('dialog.showErrorBox');
    world.journal.errorBoxes.push({ title, content });
  },
  async showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
    return { response: answerTo(args.at(-1) as MessageBoxOptions), checkboxChecked: false };
  },
  showMessageBoxSync(...args: unknown[]): number {
    return answerTo(args.at(-1) as MessageBoxOptions);
  },
};

export const shell: Pick<Shell, 'openExternal'> = {
  async openExternal(url) {
    world.journal.openedOutside.push(url);
  },
};

class StandInTheme extends EventEmitter implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  #source: NativeTheme['themeSource'] = 'system';

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source) {
    const { shouldUseDarkColors } = this;
    this.#source = source;
    if (this.shouldUseDarkColors !== shouldUseDarkColors) this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? world.computer.isDark : this.#source === 'dark';
  }
}

export const nativeTheme = new StandInTheme();

type UsedOfDisplay = Pick<Display, 'workArea' | 'workAreaSize'>;

function display(): UsedOfDisplay {
  world.assertReady('screen');
  const { workArea } = world.computer;
  return { workArea, workAreaSize: { width: workArea.width, height: workArea.height } };
}

export const screen = { getPrimaryDisplay: display, getAllDisplays: () => [display()] };

export class Menu {
  static shown: Menu | null = null;
  readonly items: readonly MenuItemConstructorOptions[];

  constructor(items: readonly MenuItemConstructorOptions[]) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu): void {
    Menu.shown = menu;
  }
}
