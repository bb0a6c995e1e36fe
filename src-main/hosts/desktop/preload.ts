import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge } from '../../../src-shared/bridge';
import type { ApplicationEvent } from '../../../src-shared/events';
import { isThemeChoice, type ThemeChoice } from '../../../src-shared/theme';
import { callChannel, eventChannel, themeArgument, themeChannel } from './channels';

const bridge: Bridge = {
  host: 'desktop',
  call: (procedure, input) => ipcRenderer.invoke(callChannel, procedure, input),
  onEvent(listener) {
    // The page gets what happened and never Electron's event, which carries the sender.
    const pass = (_event: IpcRendererEvent, happened: ApplicationEvent) => listener(happened);
    ipcRenderer.on(eventChannel, pass);
    return () => {
      ipcRenderer.off(eventChannel, pass);
    };
  },
  theme: {
    initial: initialTheme(),
    choose: (choice) => ipcRenderer.invoke(themeChannel, choice),
  },
};

contextBridge.exposeInMainWorld('steward', bridge);

function initialTheme(): ThemeChoice {
  const argument = process.argv.find((each) => each.startsWith(themeArgument));
  const told = argument?.slice(themeArgument.length);
  return isThemeChoice(told) ? told : 'system';
}
