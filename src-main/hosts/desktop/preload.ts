import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Bridge } from '../../../src-shared/bridge';
import type { ApplicationEvent } from '../../../src-shared/events';
import { callChannel, eventChannel } from './channels';

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
};

contextBridge.exposeInMainWorld('steward', bridge);
