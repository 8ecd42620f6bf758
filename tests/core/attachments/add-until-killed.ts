/** Adds and removes papers until somebody kills the process; says each acknowledged one on standard output. */
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { aPdf } from '../../support/papers.ts';

const [folder = '', passphrase = '', personId = '', round = '0'] = process.argv.slice(2);
const core = createCore(nodePorts());
const client = createClient(core.dispatch);
await client.vault.unlock({ folder, passphrase });
for (let count = 0; ; count++) {
  const bytes = aPdf(300_000);
  bytes.write(`R${round}N${count}`, 100, 'latin1');
  const { id } = await client.attachments.add({ personId, fileName: 'x.pdf', bytes });
  writeSync(1, `+${id}\n`);
  if (count % 3 !== 2) continue;
  await client.attachments.remove({ id });
  writeSync(1, `-${id}\n`);
}
