/** The page's only way out. It never grows: everything else is a procedure or an event. */
import { contextBridge, ipcRenderer } from 'electron';
import type { CallResult } from '#api/errors.ts';
import type { ApprodoEvent } from '#api/events.ts';

contextBridge.exposeInMainWorld('approdo', {
  call: (name: string, input: unknown): Promise<CallResult<unknown>> =>
    ipcRenderer.invoke('approdo:call', name, input),

  on(listener: (event: ApprodoEvent) => void): () => void {
    const forward = (_: unknown, event: ApprodoEvent) => listener(event);
    ipcRenderer.on('approdo:event', forward);
    return () => {
      ipcRenderer.removeListener('approdo:event', forward);
    };
  },
});
