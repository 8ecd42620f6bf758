/** The page's only way out. It never grows: everything else is a procedure or an event. */
import { contextBridge, ipcRenderer } from 'electron';
import type { CoreEvent, Result } from './vault-messages.ts';

contextBridge.exposeInMainWorld('approdo', {
  call: (name: string, input: unknown): Promise<Result> =>
    ipcRenderer.invoke('approdo:call', name, input),

  on(listener: (event: CoreEvent) => void): () => void {
    const forward = (_: unknown, event: CoreEvent) => listener(event);
    ipcRenderer.on('approdo:event', forward);
    return () => {
      ipcRenderer.removeListener('approdo:event', forward);
    };
  },
});
