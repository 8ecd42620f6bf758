/**
 * Entry of the vault process: the only one that holds keys and data. It serves the core over the
 * port to the main process and ends when told to close; locking the register means ending it.
 */
import './host/refuse-network.ts';
import { createCore } from '#core/create-core.ts';
import type { FromVault, ToVault, VaultSettings } from './vault-messages.ts';
import { createVaultPorts } from './vault-ports.ts';

process.umask(0o077);

// A message could quote a record, so the main process learns no more than that it happened.
process.on('uncaughtException', () => process.exit(70));
process.on('unhandledRejection', () => process.exit(70));

const port = process.parentPort;
const post = (message: FromVault) => port.postMessage(message);

function start(settings: VaultSettings) {
  const ports = createVaultPorts(settings, post);
  const core = createCore(ports);

  return async (message: Exclude<ToVault, { type: 'start' }>) => {
    if (message.type === 'grant') {
      ports.files.grant(message.grant);
    } else if (message.type === 'call') {
      const result = await core.dispatch(message.name, message.input);
      post({ type: 'result', id: message.id, result });
    } else {
      await core.close();
      post({ type: 'closed' });
    }
  };
}

let serve: ReturnType<typeof start> | null = null;

port.on('message', ({ data }: { data: ToVault }) => {
  if (data.type === 'start') serve ??= start(data.settings);
  else void serve?.(data);
});
