import { app } from 'electron';

const REFUSED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'log-net-log',
  'enable-logging',
];

/**
 * Whether someone asked for a way into the page that no fuse can close. In a packaged program that
 * is a reason not to start; in development the tests need it.
 */
export function isBeingDebugged(): boolean {
  return app.isPackaged && REFUSED.some((name) => app.commandLine.hasSwitch(name));
}
