/** Opens a register, works in it for a moment, says so and stays, to be looked at in memory. */
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { aPerson } from '../../support/factories.ts';

/** Some hours of work fill as much, again and again: what nobody keeps is overwritten by it. */
const SHORT_LIVED = 2_000_000;

const [folder = '', passphrase = ''] = process.argv.slice(2);
const client = createClient(createCore(nodePorts({ passphraseCost: floorCost })).dispatch);

await client.vault.unlock({ folder, passphrase });
await client.people.create(aPerson());
await client.people.list({ limit: 200 });
let kept: string[] = [];
for (let count = 0; count < SHORT_LIVED; count++) {
  kept.push(`${count} of many`.toUpperCase());
  if (kept.length > 1_000) kept = [];
}
await client.people.list({ limit: 200 });
writeSync(1, 'open');
setInterval(() => undefined, 60_000);
