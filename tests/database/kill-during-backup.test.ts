import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { granted } from '../support/backups.ts';
import { aName, aPerson } from '../support/factories.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';
import { aPdf } from '../support/papers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const copier = fileURLToPath(new URL('./copy-until-killed.ts', import.meta.url));
const ROUNDS = Number(process.env.APPRODO_KILLS ?? 3);
const way = { passphrase: testPassphrase };

/** Starts copying or restoring, kills it after a while, and returns what it said was whole before that. */
async function killed(milliseconds: number, ...args: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [copier, ...args]);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += chunk.toString();
  });
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}

async function aRegister() {
  const test = await openCore();
  const { client } = test;
  const { id: personId } = await client.people.create(
    aPerson({ names: [aName('Quisqualia', 'Zerbinatova')] }),
  );
  for (let count = 0; count < 4; count++) {
    await client.attachments.add({ personId, fileName: 'a.pdf', bytes: aPdf(2_000_000 + count) });
  }
  const place = await temporaryFolder();
  await client.backups.savePlace({ grant: granted(test, place, 'folder') });
  return { ...test, place };
}

const copiesIn = async (place: string) =>
  (await readdir(place)).filter((name) => name.endsWith('.apb'));

test(
  'a process killed while it makes copies leaves every copy that has a name whole, and the register as it was',
  async () => {
    const { client, folder, place, files } = await aRegister();
    const interrupted = { unfinished: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      await client.vault.lock({});
      await killed(5 + ((round * 67) % 400), 'copy', folder, testPassphrase);
      const left = await readdir(place);
      if (left.some((name) => name.endsWith('.part'))) interrupted.unfinished++;
      await client.vault.unlock({ folder, passphrase: testPassphrase });
      expect(await readdir(folder)).not.toContain('copying');
      expect((await client.people.list({ query: 'Zerbinatova' })).total).toBe(1);
    }
    // Otherwise no kill came in the middle of one, and nothing was shown.
    expect(interrupted.unfinished).toBeGreaterThan(0);
    await client.backups.create({});
    expect((await readdir(place)).filter((name) => name.endsWith('.part'))).toEqual([]);
    await client.vault.lock({});
    const restoredInto = await temporaryFolder();
    for (const [index, name] of (await copiesIn(place)).entries()) {
      const grant = granted({ files }, join(place, name), 'read');
      await client.backups.open({ grant });
      const newFolderName = `R${index}`;
      const restored = await client.backups.restore({ folder: restoredInto, newFolderName, way });
      expect(restored).toMatchObject({ people: 1, attachments: 4, missingAttachments: 0 });
    }
  },
  60_000 + ROUNDS * 10_000,
);

test(
  'a process killed while it restores leaves nothing that passes for a register but a whole one',
  async () => {
    const { client, place, files, recoveryKey } = await aRegister();
    const { fileName } = await client.backups.create({});
    await client.vault.lock({});
    const path = join(place, fileName);
    const into = await temporaryFolder();
    let halfMade = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const said = await killed(
        5 + ((round * 67) % 500),
        'restore',
        path,
        into,
        recoveryKey.join(''),
      );
      const names = await readdir(into);
      if (names.some((name) => name.endsWith('.restoring'))) halfMade++;
      for (const name of names.filter((one) => !one.endsWith('.restoring'))) {
        await client.vault.unlock({ folder: join(into, name), passphrase: testPassphrase });
        expect((await client.people.list({})).total, name).toBe(1);
        expect(await readdir(join(into, name, 'att'))).toHaveLength(4);
        await client.vault.lock({});
      }
      for (const name of said.slice(1)) expect(names).toContain(name);
    }
    expect(halfMade).toBeGreaterThan(0);
    const [scraps = ''] = (await readdir(into)).filter((name) => name.endsWith('.restoring'));
    await client.backups.open({ grant: granted({ files }, path, 'read') });
    const newFolderName = scraps.replace('.restoring', '');
    await client.backups.restore({ folder: into, newFolderName, way });
    expect(await readdir(into)).not.toContain(scraps);
  },
  60_000 + ROUNDS * 10_000,
);
