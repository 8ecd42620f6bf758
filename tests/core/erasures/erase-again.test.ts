import { randomBytes, randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CoreContext, registerOf } from '#core/context.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { eraseAgain, listErased } from '#core/erasures/erase-again.ts';
import { erasePerson, keepErasure } from '#core/erasures/erase-person.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { closeRegister } from '#core/vault/registers.ts';
import { unlockRegister } from '#core/vault/unlock.ts';
import { openTypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import { decryptedPages, foundIn } from '../../support/decrypted-pages.ts';
import { eraseAlone, keyOf, names, needles, pagesOf } from '../../support/erasing.ts';
import { aPerson } from '../../support/factories.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('after an older copy of the register was put back', () => {
  /** The core's own context over a folder, as the code that restores a backup has it. */
  async function contextOver(folder: string): Promise<CoreContext> {
    const ports = nodePorts({
      clock: { now: () => new Date('2026-12-01T10:00:00Z'), today: () => '2026-12-01' },
      passphraseCost: floorCost,
      sinceStart: () => 3_600_000,
      emit: () => undefined,
      reportFailure: () => undefined,
    });
    const context: CoreContext = {
      ports,
      resources: loadResources(ports.resourcesDir),
      typesetter: openTypesettingWorker({}),
      register: undefined,
    };
    await unlockRegister(context, { folder, passphrase: testPassphrase });
    onTestFinished(async () => {
      await closeRegister(context);
      await context.typesetter.close();
    });
    return context;
  }

  test('whoever was erased since is erased again, and who was merged with them too', async () => {
    const t = await openCore();
    const person = { names };
    const kept = await t.client.people.create(aPerson(person));
    const merged = await t.client.people.create(aPerson({ names: names.slice(0, 1) }));
    const copy = await temporaryFolder();
    await t.client.vault.lock({});
    await cp(t.folder, copy, { recursive: true });
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    await t.client.merges.create({
      keptId: kept.id,
      keptRevision: 1,
      mergedId: merged.id,
      mergedRevision: 1,
      details: aPerson(person),
    });
    await eraseAlone(t, kept.id);
    await t.client.vault.lock({});
    const newer = await contextOver(t.folder);
    const erased = await listErased(registerOf(newer).db);
    expect(erased.map(({ personId }) => personId).sort()).toEqual([kept.id, merged.id].sort());
    await closeRegister(newer);

    const older = await contextOver(copy);
    expect(await eraseAgain(older, erased)).toBe(2);
    expect(await eraseAgain(older, erased)).toBe(0);
    expect(await listErased(registerOf(older).db)).toEqual(erased);
    await closeRegister(older);
    const pages = await decryptedPages(databasePath(copy), await keyOf(copy));
    expect(foundIn(pages, needles)).toEqual([]);
  });

  test('an erasure cut short before the file was cleaned is finished at the next unlock', async () => {
    const t = await openCore();
    const { id } = await t.client.people.create(aPerson({ names }));
    const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]);
    const bytes = Buffer.concat([paper, Buffer.from('\n%%EOF\n')]);
    await t.client.attachments.add({ personId: id, fileName: 'a.pdf', bytes });
    await t.client.vault.lock({});
    const context = await contextOver(t.folder);
    await registerOf(context)
      .db.transaction()
      .execute(async (tx) => {
        const { removed } = await erasePerson(context, tx, { personId: id, manner: 'erase' });
        const line = { manner: 'erase', ground: 'other', proposedBy: 'u', removed } as const;
        await keepErasure(context, tx, { id: randomUUID(), ...line });
      });
    await closeRegister(context);
    const { client } = t;
    await client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    expect((await client.erasures.list({})).done).toMatchObject([{ check: 'cutShort' }]);
    await client.vault.lock({});
    expect(foundIn(await pagesOf(t), needles)).toEqual([]);
    const db = openDatabase(databasePath(t.folder), await keyOf(t.folder));
    expect(db.pragma('freelist_count', { simple: true })).toBe(0);
    db.close();
  });
});
