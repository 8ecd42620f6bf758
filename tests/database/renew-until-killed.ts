/** Takes somebody's coordinator role away and gives it back until killed; says when it begins each time. */
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';

const [folder = '', name = '', passphrase = '', id = ''] = process.argv.slice(2);
const core = createCore(nodePorts({ passphraseCost: floorCost }));
const client = createClient(core.dispatch);
await client.vault.unlock({ folder, name, passphrase });
for (;;) {
  await client.users.changeRole({ id, role: 'coordinator' });
  writeSync(1, 'renewing\n');
  await client.users.changeRole({ id, role: 'volunteer' });
}
