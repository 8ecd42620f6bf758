import { randomBytes } from 'node:crypto';
import { copyFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databasePath } from '#core/vault/register-folder.ts';
import { foundIn } from '../../support/decrypted-pages.ts';
import {
  aWeekOfWork,
  eraseAlone,
  inTheFile,
  names,
  needles,
  openOn,
  pagesOf,
  propose,
  somebodyEverywhere,
} from '../../support/erasing.ts';
import { aName, aPerson, aService, aSession } from '../../support/factories.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';

describe('erasing a person', () => {
  test('leaves nothing of them in any page of the file, whatever table it stood in', async () => {
    const t = await openCore();
    const { id, unknown } = await somebodyEverywhere(t);
    // A table that is new and refers to people needs a row in tests/support/everywhere.ts.
    expect(unknown).toEqual([]);
    await t.client.vault.lock({});
    expect(foundIn(await pagesOf(t), needles)).toEqual(needles);
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    const done = await eraseAlone(t, id);
    expect(done.check).toBe('clean');
    await t.client.vault.lock({});
    expect(foundIn(await pagesOf(t), needles)).toEqual([]);
    expect((await readdir(t.folder)).filter((name) => name.endsWith('-wal'))).toEqual([]);
    await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    await expect(t.client.people.get({ id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await t.client.people.list({ query: 'Zufrixela' })).items).toEqual([]);
  });

  test('is seen by the same look when the search index or the file keeps something', async () => {
    const t = await openCore();
    const { id } = await somebodyEverywhere(t);
    await inTheFile(t, (db) => {
      db.exec("INSERT INTO person_search (person_search, rank) VALUES ('secure-delete', 0)");
    });
    const done = await eraseAlone(t, id);
    expect(done.check).toBe('found');
    await t.client.vault.lock({});
    expect(foundIn(await pagesOf(t), needles)).not.toEqual([]);
  });

  test('covers whole names and numbers in other people’s files, and no namesake’s', async () => {
    const t = await openCore();
    const { id, otherId, userId } = await somebodyEverywhere(t);
    const namesake = await t.client.people.create(aPerson({ names: [aName('Amina', 'Yusuf')] }));
    const twin = await t.client.people.create(aPerson({ names: [aName('Amina', 'Yusuf')] }));
    await t.client.services.save({
      personId: otherId,
      details: aService(userId, {
        note: 'Con QUANDOVARI, Zufrixela e Amina Yusuf. Zufrixelana resta. Tel. 348 911 2233.',
      }),
    });
    const lesson = await t.client.sessions.save({
      details: aSession({ title: 'Italiano', note: 'Зуфрикселя  Квандовари arriva tardi' }),
      participants: [],
    });
    await t.client.ties.save({
      personId: otherId,
      details: { kind: 'friend', otherName: 'Zufrixela Quandovari', place: 'italy', life: 'alive' },
    });
    await eraseAlone(t, twin.id);
    const second = await t.client.erasures.start({
      personId: id,
      manner: 'erase',
      ground: 'askedByPerson',
    });
    await openOn(t, ['2026-12-02', '2026-12-07', '2026-12-12']);
    const done = await t.client.erasures.confirm({ id: second.id, passphrase: testPassphrase });
    const [service] = (await t.client.services.list({ personId: otherId })).items;
    expect(service?.details.note).toBe(
      'Con […] e Amina Yusuf. Zufrixelana resta. Tel. 348 911 2233.',
    );
    const session = await t.client.sessions.get({ id: lesson.id });
    expect(session.details.note).toBe('[…] arriva tardi');
    expect((await t.client.ties.list({ personId: otherId })).items[0]?.details.otherName).toBe(
      '[…]',
    );
    expect(done.removed.mentions).toBeGreaterThanOrEqual(3);
    expect((await t.client.people.get({ id: namesake.id })).details.names[0]?.given).toBe('Amina');
  });

  test('takes large papers off the disk, and what others were typing', async () => {
    const t = await openCore();
    const { id } = await t.client.people.create(aPerson({ names }));
    const paper = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      randomBytes(300_000),
      Buffer.from('\n%%EOF\n'),
    ]);
    await t.client.attachments.add({ personId: id, fileName: 'a.pdf', bytes: paper });
    expect(await readdir(join(t.folder, 'att'))).toHaveLength(1);
    await t.client.drafts.save({
      form: 'need',
      subjectId: `x:${id}`,
      content: '{"a":"Zufrixela"}',
    });
    await t.client.drafts.save({
      form: 'organisation',
      subjectId: 'new',
      content: `{"p":"${id}"}`,
    });
    await t.client.drafts.save({ form: 'plan', subjectId: 'new', content: '{"a":"altro"}' });
    const done = await eraseAlone(t, id);
    expect(done.removed).toMatchObject({ papers: 1, drafts: 2 });
    expect(await readdir(join(t.folder, 'att'))).toEqual([]);
    expect((await t.client.drafts.list({})).items).toHaveLength(1);
  });

  test('takes away copies made before a change of schema, in which they still are', async () => {
    const t = await openCore();
    const { id } = await t.client.people.create(aPerson({ names }));
    const former = `${databasePath(t.folder)}.before-v3`;
    await copyFile(databasePath(t.folder), former);
    await eraseAlone(t, id);
    expect(await readdir(t.folder)).not.toContain(basename(former));
  });

  test('cannot be undone by putting back what was removed before', async () => {
    const t = await openCore();
    const { id } = await t.client.people.create(aPerson({ names }));
    const { id: otherId } = await t.client.people.create(aPerson());
    const { user } = await t.client.vault.session({});
    const details = { ...aService(user.id), note: 'Con Zufrixela Quandovari in questura.' };
    const service = await t.client.services.save({ personId: otherId, details });
    const request = await propose(t, id);
    await openOn(t, aWeekOfWork);
    // By the one who confirms, a moment before: closing the register forgets it anyway.
    await t.client.services.remove({ id: service.id });
    await t.client.erasures.confirm({ id: request, passphrase: testPassphrase });
    await expect(t.client.services.restore({ id: service.id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('leaves a merge of others that can still be taken back', async () => {
    const t = await openCore();
    const gone = await t.client.people.create(aPerson({ names }));
    const [kept, merged] = [
      await t.client.people.create(aPerson({ names: [aName('Hamdi', 'Warsame')] })),
      await t.client.people.create(aPerson({ names: [aName('Hamdy', 'Warsama')] })),
    ];
    const tie = { kind: 'friend', otherPersonId: gone.id, place: 'italy', life: 'alive' } as const;
    for (const { id } of [kept, merged]) await t.client.ties.save({ personId: id, details: tie });
    await t.client.duplicates.dismiss({ personId: merged.id, otherId: gone.id });
    const merge = await t.client.merges.create({
      keptId: kept.id,
      keptRevision: 1,
      mergedId: merged.id,
      mergedRevision: 1,
      details: aPerson({ names: [aName('Hamdi', 'Warsame')] }),
    });
    const rememberedOf = async (personId: string) => {
      let merges: unknown[] = [];
      await inTheFile(t, (db) => {
        merges = db.prepare('SELECT snapshot, moved FROM person_merge').all();
      });
      return JSON.stringify(merges).includes(personId);
    };
    expect(await rememberedOf(gone.id)).toBe(true);
    await eraseAlone(t, gone.id);
    expect(await rememberedOf(gone.id)).toBe(false);
    await t.client.merges.undo({ id: merge.id });
    expect((await t.client.people.get({ id: merged.id })).details.names[0]?.given).toBe('Hamdy');
  });
});

test('the certificate says what was removed and not whose it was', async () => {
  const t = await openCore();
  const { id } = await t.client.people.create(aPerson({ names }));
  const { id: erasureId } = await eraseAlone(t, id);
  for (const language of ['it', 'en'] as const) {
    const { bytes, suggestedName } = await t.client.erasures.certificate({
      id: erasureId,
      language,
    });
    expect(foundIn(Buffer.from(bytes), needles)).toEqual([]);
    expect(suggestedName).toMatch(/^certificato-2026-11-28\.pdf$/);
  }
});
