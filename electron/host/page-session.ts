import { randomUUID } from 'node:crypto';
import { app, protocol, type Session, session } from 'electron';
import { START_PAGE, type StartPage, servePageFiles } from './page-files.ts';

/** Chromium's sandbox refuses to work for root, as which only tests and containers run. */
function cannotSandbox(): boolean {
  return process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox');
}

/** Chromium reads these before it starts; they must be set before the app is ready. */
export function cutChromiumOff(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (!cannotSandbox()) app.enableSandbox();
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('disable-sync');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

function denyNetwork(pageSession: Session): void {
  pageSession.webRequest.onBeforeRequest(({ url }, respond) => {
    respond({ cancel: !url.startsWith(START_PAGE) && !url.startsWith(`blob:${START_PAGE}`) });
  });
  pageSession.enableNetworkEmulation({ offline: true });
  // Port 9 discards; the bypass rule takes away Chromium's exception for this very computer.
  void pageSession.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
  // Even with spell checking off Chromium has been seen to fetch dictionaries.
  pageSession.setSpellCheckerEnabled(false);
  if (process.platform !== 'darwin') {
    pageSession.setSpellCheckerDictionaryDownloadURL('http://127.0.0.1:9/');
  }
}

function denyDevicesAndDownloads(pageSession: Session): void {
  pageSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  pageSession.setPermissionCheckHandler(() => false);
  pageSession.setDevicePermissionHandler(() => false);
  pageSession.setDisplayMediaRequestHandler((_request, decide) => decide({}));
  pageSession.on('will-download', (event) => event.preventDefault());
}

/** In memory only: no cache, cookie or storage of the page ever reaches the disk. */
export function createPageSession(rendererDir: string, startPage: () => StartPage): Session {
  const pageSession = session.fromPartition(`page-${randomUUID()}`);
  denyNetwork(pageSession);
  denyDevicesAndDownloads(pageSession);
  servePageFiles(pageSession, rendererDir, startPage);
  return pageSession;
}

/** The default session exists in any case; nothing of ours uses it. */
export function sealDefaultSession(): void {
  denyNetwork(session.defaultSession);
  denyDevicesAndDownloads(session.defaultSession);
}
