import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import { channels, failure, type Result } from '../vault-messages.ts';
import { fitsWithin } from './message-size.ts';

/** What the window answers itself is a word or two: a language, a folder, a name to suggest. */
const MAX_CALL_BYTES = 64 * 1024;
const NAME = /^shell\.[a-zA-Z]{1,60}$/;

export interface CallTargets {
  isOurPage(event: IpcMainInvokeEvent): boolean;
  shell(name: string, input: unknown): Promise<Result>;
  /** Gives the frame a port of its own to the vault. */
  connect(frame: WebFrameMain): Promise<void>;
}

/** The one door from the page: checks who calls and how much, then answers, or lets it speak to the vault. */
export function receivePageCalls(targets: CallTargets): void {
  ipcMain.handle(channels.shell, (event, name: unknown, input: unknown): unknown => {
    if (!targets.isOurPage(event)) return failure('not_allowed');
    if (typeof name !== 'string' || !NAME.test(name)) return failure('unknown_procedure');
    if (!fitsWithin(input, MAX_CALL_BYTES)) return failure('too_large');
    return targets.shell(name, input);
  });
  ipcMain.handle(channels.connect, async (event): Promise<boolean> => {
    const frame = event.senderFrame;
    if (!targets.isOurPage(event) || frame === null) return false;
    await targets.connect(frame);
    return true;
  });
}
