/**
 * Entry of the vault process: the only one that holds keys and data. It serves the core over the
 * port to the main process and ends when told to close; locking the register means ending it.
 */
import './host/refuse-network.ts';
import { createCore } from '#core/create-core.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { type FromVault, failure, type ToVault, type VaultSettings } from './vault-messages.ts';
import { createVaultPorts } from './vault-ports.ts';

const DEMO_PEOPLE = 60;

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

  const answer: {
    [T in Exclude<ToVault['type'], 'start'>]: (
      message: Extract<ToVault, { type: T }>,
    ) => Promise<void>;
  } = {
    call: async ({ id, name, input }) => {
      const result = await core.dispatch(name, input).catch(() => failure('internal'));
      post({ type: 'result', id, result });
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
    close: async ({ withBackup }) => {
      const made = withBackup
        ? await core.makeDueBackup(() => post({ type: 'backingUp' })).catch(() => undefined)
        : undefined;
      if (made) post({ type: 'backedUp', ...(made.ok ? {} : { failure: made.code }) });
      await core.close();
      post({ type: 'closed' });
    },
  };

  return (message: Exclude<ToVault, { type: 'start' }>) =>
    (answer[message.type] as (message: ToVault) => Promise<void>)(message);
}

let serve: ReturnType<typeof start> | null = null;

port.on('message', ({ data }: { data: ToVault }) => {
  if (data.type === 'start') serve ??= start(data.settings);
  else void serve?.(data);
});
