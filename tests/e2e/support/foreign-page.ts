import type { Page } from '@playwright/test';
import type { RunningApprodo } from './launch.ts';

/**
 * Opens a page that none of Approdo's own rules for pages covers, in Approdo's own session and
 * with its preload: what is refused here is refused by the session and by the door itself.
 */
export async function openForeignPage(approdo: RunningApprodo, address: string): Promise<Page> {
  const opened = approdo.application.waitForEvent('window');
  await approdo.application.evaluate(async ({ app, BrowserWindow, webContents }, url) => {
    const ours = webContents.getAllWebContents().find((c) => c.getURL() === 'app://approdo/');
    if (!ours) throw new Error('Our page is not open.');
    const window = new BrowserWindow({
      webPreferences: {
        session: ours.session,
        preload: `${app.getAppPath()}/out/preload/preload.cjs`,
        sandbox: true,
      },
    });
    await window.loadURL(url);
  }, address);
  return opened;
}
