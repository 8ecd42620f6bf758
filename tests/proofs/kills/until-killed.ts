/**
 * Works in a register until somebody kills the process. Waits for a line on standard input, so that it is loaded
 * and ready when its time counts; says `begun` when the work begins, and then what was acknowledged.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { type Client, createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import type { PassphraseCost } from '#core/ports.ts';
import type { ImportChoices } from '#domain/imports/import-field.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { aPdf } from '../../support/papers.ts';
import { type Kind, type Orders, PEOPLE_OF_AN_IMPORT } from './orders.ts';

const [kind = '', orders = '{}'] = process.argv.slice(2);
const {
  folder,
  name,
  passphrase,
  cost,
  round,
  resourcesDir,
  localesDir,
  id = '',
  ...restoring
} = JSON.parse(orders) as Orders;
const say = (line: string) => writeSync(1, `${line}\n`);
const coreWith = (passphraseCost: PassphraseCost): Client =>
  createClient(createCore(nodePorts({ passphraseCost, resourcesDir, localesDir })).dispatch);
const client = coreWith(cost);
const unlock = (by: Client) =>
  by.vault.unlock({ folder, passphrase, ...(name === undefined ? {} : { name }) });

const choices: ImportChoices = {
  hasHeadings: true,
  dateOrder: 'dayFirst',
  firstOfJanuary: 'yearOnly',
  columns: [
    { index: 0, field: 'family' },
    { index: 1, field: 'given' },
  ],
  codes: {},
};

const work: Record<Kind, () => Promise<void>> = {
  /** Each time a little dearer, so that the keyring is written as well. */
  unlock: async () => {
    say('begun');
    for (let more = 1; ; more++) {
      const dearer = coreWith({ ...cost, memoryKiB: cost.memoryKiB + 64 * (round * 20 + more) });
      await unlock(dearer);
      await dearer.vault.lock({});
    }
  },
  write: async () => {
    await unlock(client);
    say('begun');
    for (let count = 0; ; count++) {
      const given = `R${round}N${count}`;
      await client.people.create(aPerson({ names: [aName(given, 'Salvata')] }));
      say(given);
    }
  },
  papers: async () => {
    await unlock(client);
    say('begun');
    for (let count = 0; ; count++) {
      const bytes = aPdf(300_000);
      bytes.write(`R${round}N${count}`, 100, 'latin1');
      const added = await client.attachments.add({ personId: id, fileName: 'x.pdf', bytes });
      say(`+${added.id}`);
      if (count % 3 !== 2) continue;
      await client.attachments.remove({ id: added.id });
      say(`-${added.id}`);
    }
  },
  /** Makes somebody a coordinator and takes it back, which renews every key. */
  renewal: async () => {
    await unlock(client);
    for (;;) {
      await client.users.changeRole({ id, role: 'coordinator' });
      say('begun');
      await client.users.changeRole({ id, role: 'volunteer' });
    }
  },
  migration: async () => {
    say('begun');
    await unlock(client);
    say('migrated');
  },
  import: async () => {
    await unlock(client);
    const rows = Array.from(
      { length: PEOPLE_OF_AN_IMPORT },
      (_, row) => `Presa${round};Nome${row}`,
    );
    const bytes = new TextEncoder().encode(['Cognome;Nome', ...rows].join('\r\n'));
    await client.imports.open({ bytes });
    say('begun');
    await client.imports.save({ choices, leaveOutProblems: false, leaveOutDuplicates: false });
    say('imported');
  },
  backup: async () => {
    await unlock(client);
    say('begun');
    for (;;) say((await client.backups.create({})).fileName);
  },
  restore: async () => {
    const { copy = '', recoveryKey = '' } = restoring;
    const ports = nodePorts({ passphraseCost: cost, resourcesDir, localesDir });
    const { backups } = createClient(createCore(ports).dispatch);
    say('begun');
    for (let count = 0; ; count++) {
      ports.files.grant('the-copy', copy, 'read');
      await backups.open({ grant: 'the-copy' });
      const newFolderName = `R${round}N${count}`;
      await backups.restore({ folder, newFolderName, way: { recoveryKey } });
      say(newFolderName);
    }
  },
};

await once(process.stdin, 'data');
await work[kind as Kind]();
await new Promise(() => undefined);
