import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AttachmentDetails } from '#domain/attachments/attachment.ts';
import { anOffice, aPerson, aReferralConsent } from '../../support/factories.ts';
import { aLargePdf, details, LARGE, NEEDLE, paperDesk } from '../../support/paper-desk.ts';
import { aPdf, aPhoto, GIVEAWAY } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('papers of a person', () => {
  test('small and large files come back byte by byte, also after locking', async () => {
    const t = await paperDesk();
    const [small, large] = [aPdf(5_000), aLargePdf()];
    const { id: smallId } = await t.add(small, 'piccolo.pdf');
    const { id: largeId } = await t.add(large, 'grande.pdf');
    await t.reopen();
    const bytesOf = async (id: string) =>
      Buffer.from((await t.client.attachments.get({ id })).bytes);
    expect((await bytesOf(smallId)).equals(small)).toBe(true);
    expect((await bytesOf(largeId)).equals(large)).toBe(true);
    expect(await t.stored()).toHaveLength(1);
    const { items } = await t.client.attachments.list({ personId: t.personId });
    expect(items).toMatchObject([
      { fileName: 'grande.pdf', byteCount: LARGE, mediaType: 'application/pdf' },
      { fileName: 'piccolo.pdf', addedBy: 'Giulia Ferraris', addedOn: '2026-11-21' },
    ]);
    expect(items[1]?.details).toMatchObject({ title: 'piccolo', kind: 'other' });
  });

  test('files lie beside the register for this user alone, named at random, without a readable word', async () => {
    const t = await paperDesk();
    await t.add(aLargePdf(), `${NEEDLE}.pdf`);
    const folder = join(t.folder, 'att');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    const [name = ''] = await t.stored();
    expect(name).toMatch(/^[0-9a-f]{32}\.bin$/);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    await t.client.vault.lock({});
    for (const entry of await readdir(t.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name), 'latin1');
      expect(content.includes(NEEDLE), entry.name).toBe(false);
      expect(content.includes('%PDF'), entry.name).toBe(false);
    }
  });

  test('the same file of the same person is not kept twice, and says which one it is', async () => {
    const t = await paperDesk();
    const first = await t.add(aPhoto(), 'a.jpg');
    expect(first.outcome).toBe('added');
    expect(await t.add(aPhoto(), 'b.jpg')).toEqual({ id: first.id, outcome: 'alreadyThere' });
    const { id: personId } = await t.client.people.create(aPerson());
    const other = await t.client.attachments.add({ personId, fileName: 'c.jpg', bytes: aPhoto() });
    expect(other.outcome).toBe('added');
  });

  test('a photo is kept, given back and saved without the place where it was taken', async () => {
    const t = await paperDesk();
    const { id } = await t.add(aPhoto(), 'IMG_1.jpg');
    const { bytes } = await t.client.attachments.get({ id });
    expect(Buffer.from(bytes).includes(GIVEAWAY)).toBe(false);
    const saved = await t.saved((grant) => t.client.attachments.export({ id, grant }));
    expect(saved).toEqual(new Uint8Array(bytes));
  });

  test('a chosen file is read by the vault, once, and never written', async () => {
    const t = await paperDesk();
    const path = join(await temporaryFolder(), 'ricevuta di Amina.pdf');
    await writeFile(path, aPdf());
    const { personId } = t;
    t.files.grant('grant-reading', path, 'read');
    await t.client.attachments.addFile({ personId, grant: 'grant-reading' });
    await expect(
      t.client.attachments.addFile({ personId, grant: 'grant-reading' }),
    ).rejects.toMatchObject({ code: 'grant_unknown' });
    const { items } = await t.client.attachments.list({ personId });
    expect(items[0]?.fileName).toBe('ricevuta di Amina.pdf');
    t.files.grant('grant-for-reading', path, 'read');
    await expect(
      t.client.attachments.export({ id: items[0]?.id ?? '', grant: 'grant-for-reading' }),
    ).rejects.toMatchObject({ code: 'grant_unknown' });
    t.files.grant('grant-for-writing', path);
    await expect(
      t.client.attachments.addFile({ personId, grant: 'grant-for-writing' }),
    ).rejects.toMatchObject({ code: 'grant_unknown' });
    t.files.grant('grant-gone', `${path}.gone`, 'read');
    await expect(
      t.client.attachments.addFile({ personId, grant: 'grant-gone' }),
    ).rejects.toMatchObject({
      code: 'file_not_read',
    });
    t.files.grant('grant-a-folder', t.folder, 'read');
    await expect(
      t.client.attachments.addFile({ personId, grant: 'grant-a-folder' }),
    ).rejects.toMatchObject({ code: 'file_not_read' });
  });

  test('a name is data and never a path, however it is made', async () => {
    const t = await paperDesk();
    const before = (await readdir(t.folder)).sort();
    const names = [
      ['../../x.pdf', 'x.pdf'],
      ['C:\\x\\CON', 'CON'],
      ['permesso\u202efdp.exe', 'permessofdp.exe'],
      ['a\0b\n.pdf...', 'ab.pdf...'],
      ['', ''],
      [`${'x'.repeat(10_000)}.pdf`, `${'x'.repeat(196)}.pdf`],
    ] as const;
    for (const [index, [given, kept]] of names.entries()) {
      await t.add(aLargePdf(`${index}`), given);
      const { items } = await t.client.attachments.list({ personId: t.personId });
      expect(items[0]?.fileName).toBe(kept);
    }
    expect((await readdir(t.folder)).sort()).toEqual(['att', ...before].sort());
    for (const name of await t.stored()) expect(name).toMatch(/^[0-9a-f]{32}\.bin$/);
    await expect(t.add(aPdf(900), 'x'.repeat(20_001))).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('what is said about a paper', () => {
  test('is kept, checked against the lists, and belongs to the same person', async () => {
    const t = await paperDesk();
    const { client, personId } = t;
    const { id } = await t.add(aPdf());
    const { id: organisationId } = await client.organisations.save(anOffice());
    const consent = await client.consents.give({
      personId,
      details: aReferralConsent(organisationId),
    });
    const wanted = details({
      documentOn: '2026-01-10',
      expiresOn: '2028-01-09',
      original: 'held',
      link: { kind: 'consent', id: consent.id },
    });
    await client.attachments.save({ id, details: wanted });
    const { items } = await client.attachments.list({ personId });
    expect(items[0]?.details).toEqual(wanted);
    const refused: [AttachmentDetails, string][] = [
      [details({ kind: 'nothing-known' }), 'unknown_code'],
      [details({ documentOn: '2026-01-10', expiresOn: '2026-01-09' }), 'invalid_input'],
      [details({ title: 'x'.repeat(10_000) }), 'invalid_input'],
      [details({ link: { kind: 'plan', id: consent.id } }), 'not_found'],
    ];
    for (const [bad, code] of refused) {
      await expect(client.attachments.save({ id, details: bad })).rejects.toMatchObject({ code });
    }
    const stranger = await client.people.create(aPerson());
    const other = await client.attachments.add({
      personId: stranger.id,
      fileName: 'x.pdf',
      bytes: aPdf(),
    });
    await expect(client.attachments.save({ id: other.id, details: wanted })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('one picture at most stands beside the name, and no PDF', async () => {
    const t = await paperDesk();
    const { client, personId } = t;
    const { id: first } = await t.add(aPhoto({ orientation: 1 }), 'a.jpg');
    const { id: second } = await t.add(aPhoto({ orientation: 3 }), 'b.jpg');
    const { id: pdf } = await t.add(aPdf());
    expect(await client.attachments.portrait({ personId })).toEqual({ id: null });
    for (const id of [first, second, pdf]) {
      await client.attachments.save({ id, details: details({ kind: 'photo', isPortrait: true }) });
    }
    expect(await client.attachments.portrait({ personId })).toEqual({ id: second });
    const { items } = await client.attachments.list({ personId });
    expect(items.filter((item) => item.details.isPortrait).map(({ id }) => id)).toEqual([second]);
  });

  test('a thumbnail is a small JPEG without metadata, or it is refused', async () => {
    const t = await paperDesk();
    const { id } = await t.add(aPdf());
    expect(await t.client.attachments.thumbnail({ id })).toEqual({ bytes: null });
    await t.client.attachments.saveThumbnail({ id, bytes: aPhoto() });
    const { bytes } = await t.client.attachments.thumbnail({ id });
    expect(Buffer.from(bytes ?? []).includes(GIVEAWAY)).toBe(false);
    for (const bad of [aPdf(), Buffer.from('text'), aPdf(40_000)]) {
      await expect(t.client.attachments.saveThumbnail({ id, bytes: bad })).rejects.toMatchObject({
        code: expect.stringMatching(/attachment_refused|invalid_input/),
      });
    }
  });
});
