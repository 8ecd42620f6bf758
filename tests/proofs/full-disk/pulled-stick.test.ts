import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { granted } from '../../support/backups.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { createRegister, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testWithMount } from '../linux-tools.ts';
import { smallDisk } from './small-disk.ts';

testWithMount().each([0.02, 0.6])(
  'a stick pulled out at %d of the work makes no copy, says so, and the register is untouched',
  async (share) => {
    const test = await createRegister();
    const { client, folder, events } = test;
    const { id: personId } = await client.people.create(
      aPerson({ names: [aName('Quisqualia', 'Zerbinatova')] }),
    );
    await client.attachments.add({ personId, fileName: 'a.pdf', bytes: aPdf(4_000_000) });
    const stick = await smallDisk(32);
    await client.backups.savePlace({ grant: granted(test, stick.folder, 'folder') });
    let isPulled = false;
    events.push = (event) => {
      if (event.name !== 'progress' || isPulled) return 0;
      if (event.payload.done < event.payload.total * share) return 0;
      isPulled = true;
      stick.pull();
      return 0;
    };
    const refused = await client.backups.create({}).catch((error: { code: string }) => error.code);
    expect(isPulled).toBe(true);
    expect(['backup_place_missing', 'backup_not_written', 'backup_damaged']).toContain(refused);
    events.push = Array.prototype.push;

    // Nothing counts as a copy, and one can go on and try again elsewhere.
    expect((await client.backups.get({})).items).toEqual([]);
    expect(await readdir(folder)).not.toContain('copying');
    await client.people.create(aPerson({ names: [aName('Dopo', 'Zerbinatova')] }));
    const other = join(await temporaryFolder(), 'STICK');
    await mkdir(other);
    await client.backups.savePlace({ grant: granted(test, other, 'folder') });
    await client.backups.create({});
    await client.vault.lock({});
    expect(await client.vault.unlock({ folder, passphrase: testPassphrase })).toMatchObject({
      isDamaged: false,
      isRolledBack: false,
    });
    expect((await client.people.list({ query: 'Zerbinatova' })).total).toBe(2);
  },
);
