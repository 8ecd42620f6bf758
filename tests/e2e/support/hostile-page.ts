import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Every way of `tryToReach`, as the server names its visitors. */
export const WAYS_OUT = [
  'beacon',
  'eventsource',
  'fetch',
  'form',
  'iframe',
  'image',
  'navigation',
  'object',
  'prefetch',
  'script',
  'style',
  'video',
  'websocket',
  'window',
  'xhr',
];

/** A server on this computer that remembers everybody who came. */
export async function startListening() {
  const visitors = new Set<string>();
  const server = createServer((request, response) => {
    visitors.add((request.url ?? '').replace(/\W/g, ''));
    response.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
  });
  server.on('upgrade', (request, socket) => {
    visitors.add((request.url ?? '').replace(/\W/g, ''));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    visitors,
    host: `127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Runs in a page: knocks on every door that leads out of one. */
export async function tryToReach(host: string): Promise<void> {
  const http = `http://${host}`;
  const attempt = (start: () => unknown) => {
    try {
      start();
    } catch {
      // Refused at once: what counts is what arrives at the server.
    }
  };
  const add = (tag: string, attributes: Record<string, string>) =>
    attempt(() => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.documentElement.append(element);
    });

  attempt(() => void fetch(`${http}/fetch`, { mode: 'no-cors' }).catch(() => undefined));
  attempt(() => {
    const request = new XMLHttpRequest();
    request.open('GET', `${http}/xhr`);
    request.send();
  });
  attempt(() => new WebSocket(`ws://${host}/websocket`));
  attempt(() => new EventSource(`${http}/eventsource`));
  attempt(() => navigator.sendBeacon(`${http}/beacon`, 'x'));
  attempt(() => {
    new Image().src = `${http}/image`;
  });
  add('script', { src: `${http}/script` });
  add('link', { rel: 'stylesheet', href: `${http}/style` });
  add('link', { rel: 'prefetch', href: `${http}/prefetch` });
  add('iframe', { src: `${http}/iframe` });
  add('object', { data: `${http}/object` });
  add('video', { src: `${http}/video` });
  attempt(() => window.open(`${http}/window`));
  add('form', { action: `${http}/form`, method: 'GET', id: 'hostile' });
  attempt(() => (document.getElementById('hostile') as HTMLFormElement).submit());
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  attempt(() => {
    location.href = `${http}/navigation`;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Runs in a page: tries to have text run as code, and tells which ways succeeded. */
export async function tryToRunText(): Promise<string[]> {
  const ran: string[] = [];
  Object.assign(window, { ran });
  const attempts: (() => unknown)[] = [
    () => new Function('window.ran.push("function")')(),
    () => setTimeout('window.ran.push("timeout")'),
    () => {
      document.body.innerHTML = '<img src="x:" onerror="window.ran.push(\'handler\')">';
    },
    () => {
      const script = document.createElement('script');
      script.append('window.ran.push("inline")');
      document.head.append(script);
    },
    () => {
      location.href = 'javascript:void window.ran.push("address")';
    },
    () => {
      Reflect.get(window, 'trustedTypes').createPolicy('another', {});
      ran.push('policy');
    },
  ];
  for (const attempt of attempts) {
    // In a task of its own: what runs on behalf of the debugger is allowed more.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        try {
          attempt();
        } catch {
          // Refused at once: what counts is what ran.
        }
        resolve();
      });
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return ran.sort();
}

/** Runs in a page: asks for everything a page can ask for, and tells how it was refused. */
export async function tryToGetPermissions() {
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
  const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
  const nameOfRefusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'granted',
      (error: Error) => error.name,
    );
  const device = (kind: 'usb' | 'serial', request: string) => {
    const offered = Reflect.get(navigator, kind);
    return Promise.resolve()
      .then(() => offered[request]({ filters: [] }))
      .then(
        () => 'granted',
        () => 'refused',
      );
  };
  return {
    states: (await Promise.all(asked)).map(({ state }) => state),
    camera: await nameOfRefusal(navigator.mediaDevices.getUserMedia({ video: true })),
    screen: await nameOfRefusal(navigator.mediaDevices.getDisplayMedia({ video: true })),
    clipboard: await nameOfRefusal(navigator.clipboard.readText()),
    notifications: await Notification.requestPermission(),
    position: await new Promise<string>((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        ({ code }) => resolve(code === 1 ? 'permission denied' : 'not available'),
      );
    }),
    usb: await device('usb', 'requestDevice'),
    serial: await device('serial', 'requestPort'),
  };
}
