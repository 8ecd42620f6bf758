/**
 * Entry of the vault process: the only one that holds keys and data. It serves the core over a port to the
 * page, hears from the main process, and ends when told to close; locking the register means ending it.
 */
import './host/no-core-dump.ts';
import './host/refuse-network.ts';
import type { MessagePortMain } from 'electron';
import { createCore } from '#core/create-core.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { PagePort } from './page-port.ts';
import type { FromVault, ToVault, VaultSettings } from './vault-messages.ts';
import { createVaultPorts } from './vault-ports.ts';

const DEMO_PEOPLE = 60;
const OPENS_A_REGISTER = new Set(['vault.unlock', 'vault.recover']);

process.umask(0o077);

// A message could quote a record, so the main process learns no more than that it happened.
process.on('uncaughtException', () => process.exit(70));
process.on('unhandledRejection', () => process.exit(70));

const port = process.parentPort;
const post = (message: FromVault) => port.postMessage(message);

function start(settings: VaultSettings) {
  const ports = createVaultPorts(settings, post);
  const core = createCore(ports);
  // After the calls of the door that are waiting already.
  setTimeout(() => void core.warmUp(), 50);
  let page: PagePort | null = null;
  const waiting: (() => void)[] = [];

  /** Waits until no other process of ours holds a register. */
  const mayOpen = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      post({ type: 'opening' });
    });

  const answer: {
    [T in Exclude<ToVault['type'], 'start'>]: (
      message: Extract<ToVault, { type: T }>,
      port: MessagePortMain | undefined,
    ) => Promise<void>;
  } = {
    page: async (_, port) => {
      if (!port) return;
      page?.close();
      page = new PagePort(port, async (name, input) => {
        if (OPENS_A_REGISTER.has(name)) await mayOpen();
        return core.dispatch(name, input);
      });
    },
    mayOpen: async () => {
      for (const letIn of waiting.splice(0)) letIn();
    },
    grant: async ({ grant }) => ports.files.grant(grant.token, grant.path, grant.use),
    makeDemo: async ({ folder }) => {
      const today = ports.clock.today();
      const isMade = await openDemoRegister({ folder, people: DEMO_PEOPLE, seed: 1, today, ports })
        .then(({ core: made }) => made.close())
        .then(
          () => true,
          () => false,
        );
      post({ type: 'demoMade', isMade });
    },
    isBusy: async () => post({ type: 'busy', isBusy: page?.isBusy ?? false }),
    close: async ({ withBackup }) => {
      page?.close();
      const made = withBackup
        ? await core.makeDueBackup(() => post({ type: 'backingUp' })).catch(() => undefined)
        : undefined;
      if (made) post({ type: 'backedUp', ...(made.ok ? {} : { failure: made.code }) });
      await core.close();
      post({ type: 'closed' });
    },
  };

  return (message: Exclude<ToVault, { type: 'start' }>, port: MessagePortMain | undefined) =>
    (answer[message.type] as (message: ToVault, port?: MessagePortMain) => Promise<void>)(
      message,
      port,
    );
}

let serve: ReturnType<typeof start> | null = null;

port.on('message', ({ data, ports }: { data: ToVault; ports: MessagePortMain[] }) => {
  if (data.type === 'start') serve ??= start(data.settings);
  else void serve?.(data, ports[0]);
});
