/**
 * Approdo has no use for a network. Chromium's is cut in page-session.ts; this cuts Node's in the
 * process that imports it, so that no dependency can send anything, now or after an update.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

function refuse(): never {
  throw new Error('network_refused');
}

const refused = { value: refuse, writable: false, configurable: false };

Object.defineProperty(net.Socket.prototype, 'connect', refused);
Object.defineProperty(net.Server.prototype, 'listen', refused);
Object.defineProperty(dgram, 'createSocket', refused);
for (const resolver of [dns, dns.promises]) {
  Object.defineProperty(resolver, 'lookup', refused);
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) {
  Object.defineProperty(globalThis, name, refused);
}
syncBuiltinESMExports();
