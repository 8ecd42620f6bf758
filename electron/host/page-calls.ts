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

export interface PageCalls {
  /** Whether the page waits for the window itself: somebody has a dialog before them, say. */
  isBusy(): boolean;
}

/** The one door from the page: checks who calls and how much, then answers, or lets it speak to the vault. */
export function receivePageCalls(targets: CallTargets): PageCalls {
  let underWay = 0;
  ipcMain.handle(channels.shell, async (event, name: unknown, input: unknown): Promise<Result> => {
    if (!targets.isOurPage(event)) return failure('not_allowed');
    if (typeof name !== 'string' || !NAME.test(name)) return failure('unknown_procedure');
    if (!fitsWithin(input, MAX_CALL_BYTES)) return failure('too_large');
    underWay += 1;
    return targets.shell(name, input).finally(() => {
      underWay -= 1;
    });
  });
  ipcMain.handle(channels.connect, async (event): Promise<boolean> => {
    const frame = event.senderFrame;
    if (!targets.isOurPage(event) || frame === null) return false;
    await targets.connect(frame);
    return true;
  });
  return { isBusy: () => underWay > 0 };
}
