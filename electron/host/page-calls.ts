import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { failure, type Result } from '../vault-messages.ts';
import { fitsWithin } from './message-size.ts';

const MAX_CALL_BYTES = 32 * 1024 * 1024;
const NAME = /^[a-zA-Z]{1,40}\.[a-zA-Z]{1,60}$/;

export interface CallTargets {
  isOurPage(event: IpcMainInvokeEvent): boolean;
  shell(name: string, input: unknown): Promise<Result>;
  vault(name: string, input: unknown): Promise<Result>;
}

/** The one door from the page: checks who calls and how much, then passes the call on. */
export function receivePageCalls(targets: CallTargets): void {
  ipcMain.handle('approdo:call', (event, name: unknown, input: unknown): unknown => {
    if (!targets.isOurPage(event)) return failure('not_allowed');
    if (typeof name !== 'string' || !NAME.test(name)) return failure('unknown_procedure');
    if (!fitsWithin(input, MAX_CALL_BYTES)) return failure('too_large');
    if (name.startsWith('shell.')) {
      return targets.shell(name, input);
    }
    return targets.vault(name, input);
  });
}
