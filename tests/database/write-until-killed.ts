/** Registers people until somebody kills the process; says each acknowledged one on standard output. */
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { aName, aPerson } from '../support/factories.ts';

const [folder = '', passphrase = '', round = '0'] = process.argv.slice(2);
const core = createCore(nodePorts());
const client = createClient(core.dispatch);
await client.vault.unlock({ folder, passphrase });
for (let count = 0; ; count++) {
  const given = `R${round}N${count}`;
  await client.people.create(aPerson({ names: [aName(given, 'Salvata')] }));
  writeSync(1, `${given}\n`);
}
