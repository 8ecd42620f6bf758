import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { textTables } from '#core/erasures/searched-columns.ts';
import { aWeekOfWork, openOn, propose } from '../../support/erasing.ts';
import { aName, aPerson, aService, aSession } from '../../support/factories.ts';
import { makeRegisterOf, openRegisterDatabase } from '../../support/large-register.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';

const NOTE = 'Zufrixela ha telefonato; ZUFRIXELA QUANDOVARI tornerà. Zufrixelana no.';

/** Somebody to be erased, and what was written about her in other files and under their keys. */
async function aProposal() {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(
    aPerson({ names: [aName('Zufrixela', 'Quandovari')], note: 'Zufrixela in casa propria.' }),
  );
  const { id: otherId } = await client.people.create(
    aPerson({ note: 'Amica di Zufrixela.', sentBy: 'Zufrixela' }),
  );
  const { user } = await client.vault.session({});
  await client.services.save({ personId: otherId, details: aService(user.id, { note: NOTE }) });
  await client.sessions.save({
    details: aSession({ note: 'Con la cugina di Zufrixela' }),
    participants: [],
  });
  const note = { kind: 'violence' as const, notedOn: '2026-11-20' };
  const text = 'Vista con Zufrixela. Quandovari, Zufrixela lo conferma.';
  const { id: noteId } = await client.notes.save({ personId: otherId, note: { ...note, text } });
  await client.attachments.add({
    personId: otherId,
    fileName: 'foto-Zufrixela.pdf',
    bytes: aPdf(),
    isRestricted: true,
  });
  const id = await propose(t, personId);
  return { ...t, id, personId, otherId, noteId };
}

const wordsOf = (items: { pieces: { before: string; word: string; after: string }[] }[]) =>
  items.flatMap(({ pieces }) => pieces.map(({ word }) => word));

test('each place with a word of the name by itself is shown, sealed ones too, and no other', async () => {
  const { client, personId, otherId } = await aProposal();
  const { items, isCut } = await client.erasures.mentions({ personId });
  expect(isCut).toBe(false);
  expect(items.map(({ kind, person }) => [kind, person?.id]).sort()).toEqual(
    [
      ['notes', otherId],
      ['papers', otherId],
      ['record', otherId],
      ['record', otherId],
      ['services', otherId],
      ['services', undefined],
    ].sort(),
  );
  // Whole names are covered with the erasure, longer words are somebody else's.
  expect(new Set(wordsOf(items))).toEqual(new Set(['Zufrixela']));
  const service = items.find(({ kind, person }) => kind === 'services' && person);
  expect(service?.pieces).toEqual([
    { before: '', word: 'Zufrixela', after: ' ha telefonato; […] tornerà. Zufrixelana no.' },
  ]);
});

test('one click covers one place, and leaves the others', async () => {
  const { client, personId, otherId, noteId } = await aProposal();
  const { items } = await client.erasures.mentions({ personId });
  const [service] = items.filter(({ kind, person }) => kind === 'services' && person);
  const [note] = items.filter(({ kind }) => kind === 'notes');
  const ids = [service?.id ?? '', note?.id ?? '', '0'.repeat(32)];
  expect(await client.erasures.crossOut({ personId, ids })).toEqual({ covered: 2 });
  const after = await client.erasures.mentions({ personId });
  expect(after.items.map(({ id }) => id).sort()).toEqual(
    items.flatMap(({ id }) => (ids.includes(id) ? [] : [id])).sort(),
  );
  const [saved] = (await client.services.list({ personId: otherId })).items;
  expect(saved?.details.note).toBe('[…] ha telefonato; […] tornerà. Zufrixelana no.');
  const { versions } = await client.notes.get({ id: noteId });
  expect(versions[0]?.text).toBe('Vista con […]. […] lo conferma.');
});

test('whole names go from protected notes of others with the erasure itself', async () => {
  const t = await aProposal();
  await openOn(t, aWeekOfWork);
  await t.client.erasures.confirm({ id: t.id, passphrase: testPassphrase });
  const { versions } = await t.client.notes.get({ id: t.noteId });
  expect(versions[0]?.text).toBe('Vista con Zufrixela. […] lo conferma.');
});

test('without a proposal nothing is covered, and looking leaves a line in the log', async () => {
  const { client, id, personId } = await aProposal();
  const { items } = await client.erasures.mentions({ personId });
  await client.erasures.withdraw({ id });
  const ids = items.map((one) => one.id);
  await expect(client.erasures.crossOut({ personId, ids })).rejects.toMatchObject({
    code: 'not_found',
  });
  const { items: lines } = await client.audit.list({});
  expect(lines.map(({ action }) => action)).toContain('erasures.mentions');
});

test('who did something is searched wherever it is typed, and not chosen among users', async () => {
  const schema = await readFile(new URL('../../database/schema.sql', import.meta.url), 'utf8');
  const typed = [...schema.matchAll(/\b(\w+_by) TEXT (?:NOT NULL )?CHECK \(length\(/g)];
  expect(typed.length).toBeGreaterThan(3);
  const { kysely } = await openRegisterDatabase(await makeRegisterOf([aPerson()]));
  const searched = new Set((await textTables(kysely)).flatMap(({ columns }) => columns));
  await kysely.destroy();
  expect(typed.filter(([, column = '']) => !searched.has(column))).toEqual([]);
});
