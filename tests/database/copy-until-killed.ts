/** Makes one copy after the other, or restores one again and again, until killed; says each that is whole. */
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';

const [what, path = '', ...rest] = process.argv.slice(2);
const ports = nodePorts({ passphraseCost: floorCost });
const client = createClient(createCore(ports).dispatch);
const say = (line: string) => writeSync(1, `${line}\n`);

if (what === 'copy') {
  const [passphrase = ''] = rest;
  await client.vault.unlock({ folder: path, passphrase });
  say('begun');
  for (;;) say((await client.backups.create({})).fileName);
} else {
  // The recovery key needs no time to derive: what takes time is the restoring.
  const [folder = '', recoveryKey = ''] = rest;
  say('begun');
  for (let count = 0; ; count++) {
    ports.files.grant('the-copy', path, 'read');
    await client.backups.open({ grant: 'the-copy' });
    const newFolderName = `R${process.pid}-${count}`;
    await client.backups.restore({ folder, newFolderName, way: { recoveryKey } });
    say(newFolderName);
  }
}
