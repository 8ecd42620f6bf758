import { app, type WebContents } from 'electron';

/** A page of ours is loaded by the program itself, once; it never leads anywhere else. */
function seal(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

export function sealAllContents(): void {
  app.on('web-contents-created', (_event, contents) => seal(contents));
}
