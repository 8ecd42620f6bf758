/** Registers people until the disk refuses five times, and says what was acknowledged and what was answered. */
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import type { ProcedureError } from '#api/errors.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { aName, aPerson } from '../../support/factories.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);
const client = createClient(createCore(nodePorts({ passphraseCost: floorCost })).dispatch);
const say = (line: { id: string } | { refused: string }) =>
  writeSync(1, `${JSON.stringify(line)}\n`);

await client.vault.unlock({ folder, passphrase });
for (let refused = 0, count = 0; refused < 5 && count < 400; count++) {
  try {
    const { id } = await client.people.create(aPerson({ names: [aName(`N${count}`, 'Salvata')] }));
    say({ id });
  } catch (failure) {
    refused += 1;
    say({ refused: (failure as ProcedureError).code });
  }
}
process.exit(0);
