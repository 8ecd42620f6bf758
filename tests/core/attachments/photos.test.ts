import { expect, test } from 'vitest';
import type { ErrorCode } from '#api/errors.ts';
import { testPassphrase } from '../../support/open-core.ts';
import { paperDesk } from '../../support/paper-desk.ts';
import { aPdf, aPhoto } from '../../support/papers.ts';

const amals = 'frase di amal per entrare';
const hidden = { code: 'photo_hidden' } satisfies { code: ErrorCode };
const detailsOf = (kind: string, isPortrait = false) => ({
  title: 'Titolo di prova',
  kind,
  original: 'seen' as const,
  isPortrait,
});

async function theDesk() {
  const t = await paperDesk();
  const { client, folder } = t;
  const { id: amal } = await client.users.add({
    name: 'Amal',
    role: 'volunteer',
    passphrase: amals,
  });
  const { id: face } = await t.add(aPhoto({ orientation: 1 }), 'a.jpg');
  await client.attachments.save({ id: face, details: detailsOf('other', true) });
  const { id: photo } = await t.add(aPhoto({ orientation: 3 }), 'b.jpg');
  await client.attachments.save({ id: photo, details: detailsOf('photo') });
  await client.attachments.saveThumbnail({ id: photo, bytes: aPhoto() });
  const { id: permit } = await t.add(aPdf());
  const open = async (name: string, passphrase: string) => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name, passphrase });
  };
  return {
    ...t,
    ...{ amal, face, photo, permit },
    asGiulia: () => open('giulia', testPassphrase),
    asAmal: () => open('amal', amals),
  };
}

test('a photo is seen, changed and given out by nobody whose access shows none', async () => {
  const t = await theDesk();
  const { client, personId } = t;
  await client.users.changePhotos({ id: t.amal, seesPhotos: false });
  await t.asAmal();
  expect(await client.attachments.portrait({ personId })).toEqual({ id: null });
  const { items } = await client.attachments.list({ personId });
  for (const id of [t.face, t.photo]) {
    const item = items.find((one) => one.id === id);
    expect(item).toMatchObject({ tier: 'photo', fileName: '', details: { title: '' } });
    await expect(client.attachments.get({ id })).rejects.toMatchObject(hidden);
    await expect(client.attachments.thumbnail({ id })).rejects.toMatchObject(hidden);
    await expect(client.attachments.saveThumbnail({ id, bytes: aPhoto() })).rejects.toMatchObject(
      hidden,
    );
    // Who calls it something else would see it.
    await expect(
      client.attachments.save({ id, details: detailsOf('other') }),
    ).rejects.toMatchObject(hidden);
    await expect(client.attachments.remove({ id })).rejects.toMatchObject(hidden);
    await expect(
      t.saved((grant) => client.attachments.export({ id, grant })),
    ).rejects.toMatchObject(hidden);
  }
  expect(items.find((one) => one.id === t.permit)?.tier).toBe('general');
  expect((await client.attachments.get({ id: t.permit })).bytes.length).toBeGreaterThan(0);

  await t.asGiulia();
  await client.users.changePhotos({ id: t.amal, seesPhotos: true });
  expect((await client.users.list({})).items.map(({ seesPhotos }) => seesPhotos)).toEqual([
    true,
    true,
  ]);
  await t.asAmal();
  expect(await client.attachments.portrait({ personId })).toEqual({ id: t.face });
  expect((await client.attachments.get({ id: t.photo })).mediaType).toBe('image/jpeg');
});

test('nobody decides it for themselves', async () => {
  const t = await theDesk();
  const { user } = await t.client.vault.session({});
  await expect(
    t.client.users.changePhotos({ id: user.id, seesPhotos: false }),
  ).rejects.toMatchObject({ code: 'not_yourself' });
});
