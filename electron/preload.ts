/** The page's only way out. It never grows: everything else is a procedure or an event. */
import { contextBridge, ipcRenderer } from 'electron';
import type { ApprodoEvent } from '#api/events.ts';
import {
  channels,
  failure,
  type PageAnswer,
  type PageCall,
  type Result,
} from './vault-messages.ts';

/** What is used of the page's `MessagePort`. */
interface Port {
  onmessage: ((event: { data: PageAnswer }) => void) | null;
  postMessage(call: PageCall): void;
  close(): void;
}

const underWay = new Map<number, (result: Result) => void>();
let lastId = 0;
let port: Port | null = null;
let connecting: Promise<Port | null> | null = null;
let portCame: ((port: Port | null) => void) | null = null;

ipcRenderer.on(channels.port, ({ ports: [given] }: { ports: Port[] }) => {
  if (!given) return;
  given.onmessage = ({ data: { id, result } }: { data: PageAnswer }) => {
    const answer = underWay.get(id);
    underWay.delete(id);
    answer?.(result);
  };
  port = given;
  portCame?.(given);
});

ipcRenderer.on(channels.cut, () => {
  port?.close();
  port = null;
  portCame?.(null);
  const answers = [...underWay.values()];
  underWay.clear();
  for (const answer of answers) answer(failure('vault_stopped'));
});

/** A port to the vault of now, or null when it went before it came. */
async function connect(): Promise<Port | null> {
  const came = new Promise<Port | null>((resolve) => {
    portCame = resolve;
  });
  const isAllowed: boolean = await ipcRenderer.invoke(channels.connect);
  return isAllowed ? came : null;
}

async function callVault(name: string, input: unknown): Promise<Result> {
  if (!port) {
    connecting ??= connect().finally(() => {
      connecting = null;
    });
    if (!(await connecting)) return failure('vault_stopped');
  }
  const id = ++lastId;
  return new Promise((resolve) => {
    if (!port) {
      resolve(failure('vault_stopped'));
      return;
    }
    underWay.set(id, resolve);
    port.postMessage({ id, name, input });
  });
}

contextBridge.exposeInMainWorld('approdo', {
  call: (name: string, input: unknown): Promise<Result> =>
    String(name).startsWith('shell.')
      ? ipcRenderer.invoke(channels.shell, name, input)
      : callVault(name, input),

  on(listener: (event: ApprodoEvent) => void): () => void {
    const forward = (_: unknown, event: ApprodoEvent) => listener(event);
    ipcRenderer.on(channels.event, forward);
    return () => {
      ipcRenderer.removeListener(channels.event, forward);
    };
  },
});
