/** Half a day of work in a register, for the recording of a power failure: says what was acknowledged. */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { aPdf } from '../../support/papers.ts';
import type { Acknowledged } from './acknowledged.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);
const client = createClient(createCore(nodePorts({ passphraseCost: floorCost })).dispatch);
const say = (line: Acknowledged) => writeSync(1, `${JSON.stringify(line)}\n`);

async function registerPerson(given: string): Promise<string> {
  const { id } = await client.people.create(aPerson({ names: [aName(given, 'Salvata')] }));
  say({ what: 'person', id });
  return id;
}

async function addPaper(personId: string, byteCount: number): Promise<string> {
  const bytes = aPdf(byteCount);
  const { id } = await client.attachments.add({ personId, fileName: 'x.pdf', bytes });
  say({ what: 'paper', id, sha256: createHash('sha256').update(bytes).digest('hex') });
  return id;
}

async function deskWork(round: string): Promise<void> {
  const personId = await registerPerson(`Amina${round}`);
  await addPaper(personId, 9_000);
  const note = { kind: 'medical' as const, notedOn: '2026-11-20', text: `Visita ${round}` };
  say({ what: 'note', id: (await client.notes.save({ personId, note })).id });
  const content = JSON.stringify({ round });
  await client.drafts.save({ form: 'person', subjectId: round, content });
  say({ what: 'draft', subjectId: round, content });
  const id = await addPaper(personId, 270_000);
  await client.attachments.remove({ id });
  say({ what: 'noPaper', id });
  await addPaper(personId, 280_000);
  await registerPerson(`Bakary${round}`);
}

await client.vault.unlock({ folder, name: 'giulia', passphrase });
await deskWork('1');
const omar = {
  name: 'Omar',
  role: 'coordinator' as const,
  passphrase: 'frase di omar per entrare',
};
const { id } = await client.users.add(omar);
// Takes the restricted key away: every key of the register is renewed.
await client.users.changeRole({ id, role: 'volunteer' });
say({ what: 'volunteer', id });
await deskWork('2');
await client.vault.lock({});
await client.vault.unlock({ folder, name: 'giulia', passphrase });
await deskWork('3');
await client.users.reset({ id, passphrase: 'altra frase di omar per entrare' });
await client.vault.lock({});
process.exit(0);
