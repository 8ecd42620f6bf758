/** An hour at the desk with people of unmistakable names, for a recording of everything the process writes. */
import { writeFile } from 'node:fs/promises';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { namesInFourScripts } from '../../support/needles/needle-forms.ts';
import { aPdf } from '../../support/papers.ts';

const [folder = '', passphrase = '', chosenFile] = process.argv.slice(2);
const client = createClient(createCore(nodePorts({ passphraseCost: floorCost })).dispatch);

await client.vault.unlock({ folder, passphrase });
for (const { given, family } of Object.values(namesInFourScripts)) {
  const names = [aName(given, family)];
  const { id: personId } = await client.people.create(
    aPerson({ names, note: `${given} ${family}` }),
  );
  const note = { kind: 'medical' as const, notedOn: '2026-11-20', text: `Visita di ${family}` };
  await client.notes.save({ personId, note });
  await client.drafts.save({ form: 'person', subjectId: personId, content: `"${family}"` });
  const fileName = `${family}.pdf`;
  await client.attachments.add({ personId, fileName, bytes: aPdf(9_000) });
  await client.attachments.add({ personId, fileName, bytes: aPdf(280_000) });
  await client.people.list({ query: family, limit: 200 });
  // What somebody saves on purpose, as a control of the recording.
  if (chosenFile) await writeFile(chosenFile, `${given} ${family}`);
}
await client.people.list({ limit: 200 });
await client.vault.lock({});
process.exit(0);
