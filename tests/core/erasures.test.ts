import { randomBytes, randomUUID } from 'node:crypto';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
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
import type { PersonName } from '#domain/names/person-name.ts';
import { openTypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import { decryptedPages, foundIn } from '../support/decrypted-pages.ts';
import { fillEverywhere } from '../support/everywhere.ts';
import { aName, anOffice, aPerson, aService, aSession } from '../support/factories.ts';
import { currentKeyring, keysOf } from '../support/keys-of.ts';
import { type OpenCore, openCore, testPassphrase } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const seconds = 'altra frase per altra persona';

/** Names nobody else has, in four scripts. */
const names: PersonName[] = [
  aName('Zufrixela', 'Quandovari'),
  aName('ظفركسيلا', 'قندوفاري', { kind: 'legal' }),
  aName('ዙፍሪክሰላ', 'ቋንዶቫሪ', { kind: 'used' }),
  aName('Зуфрикселя', 'Квандовари', { kind: 'alias' }),
];
const needles = [
  ...names.flatMap(({ given, family }) => [given, family]),
  'ZFRQND94A41Z345W',
  '3489112233',
  'XQ7788990',
];

async function keyOf(folder: string) {
  const keys = await keysOf(folder, { passphrase: testPassphrase });
  return keys?.general ?? Buffer.alloc(0);
}

/** Works on the file itself, while nobody has it open. */
async function inTheFile(t: OpenCore, work: (db: ReturnType<typeof openDatabase>) => void) {
  const key = await keyOf(t.folder);
  await t.client.vault.lock({});
  const db = openDatabase(databasePath(t.folder), key);
  work(db);
  db.close();
  await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
}

const pagesOf = async (t: OpenCore) =>
  decryptedPages(databasePath(t.folder), await keyOf(t.folder));

/** One person with something in every table, and traces of them where others are. */
async function somebodyEverywhere(t: OpenCore) {
  const { id } = await t.client.people.create(
    aPerson({ names, fiscalCode: 'ZFRQND94A41Z345W', note: 'Parla di Zufrixela Quandovari.' }),
  );
  const { id: otherId } = await t.client.people.create(
    aPerson({ names: [aName('Hamdi', 'Warsame')] }),
  );
  const { id: organisationId } = await t.client.organisations.save(anOffice());
  const { user } = await t.client.vault.session({});
  const who = { personId: id, otherId, userId: user.id, organisationId };
  const words = 'Zufrixela Quandovari 3489112233 XQ7788990 ظفركسيلا قندوفاري';
  await t.client.notes.save({
    personId: id,
    note: { kind: 'other', notedOn: '2026-11-20', text: words },
  });
  const [slot] = (await currentKeyring(t.folder)).slots;
  const publicKey = slot && 'publicKey' in slot ? slot.publicKey : '';
  let unknown: string[] = [];
  await inTheFile(t, (db) => {
    unknown = fillEverywhere(db, { ...who, publicKey, words });
    const one = (sql: string, ...cells: string[]) => db.prepare(sql).run(cells);
    one("UPDATE person_contact SET value = '3489112233' WHERE person_id = ?", id);
    one("UPDATE identity_document SET number = 'XQ7788990' WHERE person_id = ?", id);
  });
  return { id, otherId, organisationId, userId: user.id, unknown, words };
}

async function propose(t: OpenCore, personId: string, manner: 'erase' | 'anonymise' = 'erase') {
  const { id } = await t.client.erasures.start({ personId, manner, ground: 'askedByPerson' });
  return id;
}

/** As the only coordinator: a week later, with the passphrase. */
async function eraseAlone(t: OpenCore, personId: string, manner: 'erase' | 'anonymise' = 'erase') {
  const id = await propose(t, personId, manner);
  t.setToday('2026-11-28');
  return t.client.erasures.confirm({ id, passphrase: testPassphrase });
}

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
    t.setToday('2026-12-12');
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

  test('cannot be undone by putting back what was removed before', async () => {
    const t = await openCore();
    const { id } = await t.client.people.create(aPerson({ names }));
    const { user } = await t.client.vault.session({});
    const service = await t.client.services.save({ personId: id, details: aService(user.id) });
    await t.client.services.remove({ id: service.id });
    await eraseAlone(t, id);
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
    await eraseAlone(t, gone.id);
    await t.client.merges.undo({ id: merge.id });
    expect((await t.client.people.get({ id: merged.id })).details.names[0]?.given).toBe('Hamdy');
  });
});

describe('who may erase', () => {
  async function withSecondCoordinator() {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    await t.client.users.add({ name: 'Bianca', role: 'coordinator', passphrase: seconds });
    return { t, personId };
  }

  test('one proposes and another confirms', async () => {
    const { t, personId } = await withSecondCoordinator();
    const id = await propose(t, personId);
    await expect(
      t.client.erasures.confirm({ id, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'erasure_not_alone' });
    t.setToday('2030-01-01');
    await expect(
      t.client.erasures.confirm({ id, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'erasure_not_alone' });
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, name: 'bianca', passphrase: seconds });
    const { waiting } = await t.client.erasures.list({});
    expect(waiting).toMatchObject([{ id, confirmation: 'ready', proposedBy: 'Giulia Ferraris' }]);
    expect(await t.client.erasures.confirm({ id })).toMatchObject({
      proposedBy: 'Giulia Ferraris',
      confirmedBy: 'Bianca',
    });
  });

  test('alone, a week passes and the passphrase is typed again', async () => {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    const id = await propose(t, personId);
    t.setToday('2026-11-27');
    await expect(
      t.client.erasures.confirm({ id, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'erasure_too_early', details: { from: '2026-11-28' } });
    t.setToday('2026-11-28');
    for (const passphrase of [undefined, 'una frase che non è questa']) {
      await expect(t.client.erasures.confirm({ id, passphrase })).rejects.toMatchObject({
        code: passphrase ? 'wrong_passphrase' : expect.stringMatching(/wrong_passphrase/),
      });
      t.wait(3600);
    }
    expect((await t.client.people.get({ id: personId })).id).toBe(personId);
    await t.client.erasures.confirm({ id, passphrase: testPassphrase });
  });

  test('a suspended coordinator is no second one', async () => {
    const { t, personId } = await withSecondCoordinator();
    const { items } = await t.client.users.list({});
    await t.client.users.suspend({ id: items.find((user) => user.name === 'Bianca')?.id ?? '' });
    const id = await propose(t, personId);
    const { request } = await t.client.erasures.get({ personId });
    expect(request).toMatchObject({ confirmation: 'tooEarly', possibleFrom: '2026-11-28' });
    t.setToday('2026-11-28');
    await t.client.erasures.confirm({ id, passphrase: testPassphrase });
  });

  test('a hold stops proposing and confirming until it ends', async () => {
    const t = await openCore();
    const { id: personId } = await t.client.people.create(aPerson());
    const hold = { personId, reason: 'Ricorso pendente', untilOn: '2027-06-30' };
    const early = await propose(t, personId);
    const { id: holdId } = await t.client.legalHolds.give(hold);
    t.setToday('2026-12-24');
    await expect(
      t.client.erasures.confirm({ id: early, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'person_on_hold', details: { until: '2027-06-30' } });
    await t.client.erasures.withdraw({ id: early });
    for (const manner of ['erase', 'anonymise'] as const) {
      await expect(
        t.client.erasures.start({ personId, manner, ground: 'askedByPerson' }),
      ).rejects.toMatchObject({ code: 'person_on_hold' });
    }
    await t.client.legalHolds.withdraw({ id: holdId });
    await propose(t, personId);
  });
});

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
