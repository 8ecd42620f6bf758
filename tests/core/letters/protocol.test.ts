import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readReplyReference, replyReference } from '#domain/protocol/reply-reference.ts';
import { eraseAlone } from '../../support/erasing.ts';
import { aLetter, aName, aPerson, aReferralConsent } from '../../support/factories.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { textOf } from '../../support/pdf-tools.ts';
import { aSetting } from './support.ts';

describe('the protocol', () => {
  test('has one row of numbers for what comes in and goes out, without gaps, year by year', async () => {
    const { client, letter, personId, setToday } = await aSetting();
    const first = await issueLetter(client, letter());
    const incoming = await client.protocol.enter({
      direction: 'in',
      correspondent: 'Questura di Prova',
      subject: 'Convocazione',
      theirProtocol: '77/A',
      documentOn: '2026-11-19',
      personId,
    });
    const refused = aLetter('0192f3a0-0000-7000-8000-000000000001');
    await expect(issueLetter(client, { personId, details: refused })).rejects.toMatchObject({
      code: 'not_found',
    });
    const second = await issueLetter(client, letter());
    expect([first.protocol, incoming.protocol, second.protocol]).toEqual([
      '1/2026',
      '2/2026',
      '3/2026',
    ]);
    setToday('2027-01-02');
    expect((await issueLetter(client, letter())).protocol).toBe('1/2027');
    const { items } = await client.protocol.list({ year: 2026 });
    expect(items.map(({ number }) => number)).toEqual([3, 2, 1]);
    const printed = textOf((await client.documents.protocol({ year: 2026 })).bytes);
    const numbers = [...printed.matchAll(/(?<!\/)\b\d+\/202\d\b/g)].map(([number]) => number);
    expect(numbers).toEqual(['1/2026', '2/2026', '3/2026']);
  });

  test('keeps what was entered by mistake, with why, and gives its number to nobody else', async () => {
    const { client } = await aSetting();
    const mistake = { direction: 'in', correspondent: 'Chi?', subject: 'Sbagliato' } as const;
    const { id } = await client.protocol.enter(mistake);
    await client.protocol.annul({ id, why: 'Registrata due volte' });
    expect((await client.protocol.enter(mistake)).protocol).toBe('2/2026');
    const { items } = await client.protocol.list({ query: 'sbagliato' });
    expect(items[1]).toMatchObject({ number: 1, annulledWhy: 'Registrata due volte' });
    await expect(client.protocol.annul({ id, why: 'Ancora' })).rejects.toMatchObject({
      code: 'protocol_entry_annulled',
    });
  });

  test('knows which paper was answered by which, and which still waits', async () => {
    const { client } = await aSetting();
    const asked = await client.protocol.enter({
      direction: 'in',
      correspondent: 'Comune',
      subject: 'Richiesta',
    });
    expect((await client.protocol.list({ onlyUnanswered: true })).total).toBe(1);
    await client.protocol.enter({
      direction: 'out',
      correspondent: 'Comune',
      subject: 'Risposta',
      answersId: asked.id,
    });
    expect((await client.protocol.list({ onlyUnanswered: true })).total).toBe(0);
    const { items } = await client.protocol.list({});
    expect(items[1]?.answeredBy?.protocol).toBe('2/2026');
    const { bytes } = await client.documents.protocol({});
    expect(textOf(bytes)).toMatch(/1\/2026[\s\S]*2\/2026[\s\S]*in risposta al n/);
  });

  test('gives back a letter byte for byte, whatever changed since', async () => {
    const { client, letter, personId, saved } = await aSetting();
    const { id: letterId } = await issueLetter(client, letter());
    const before = await saved((grant) => client.documents.saveLetter({ letterId, grant }));
    const { details, revision } = await client.people.get({ id: personId });
    await client.people.update({
      id: personId,
      revision,
      details: { ...details, names: [aName('Altro', 'Nome')] },
    });
    await client.association.save({ name: 'Un altro nome', casePrefix: 'ALT' });
    const after = await client.documents.letter({ letterId });
    expect(hash(after.bytes)).toBe(hash(before));
  });

  test('keeps its numbers when somebody is erased, and nothing they said', async () => {
    const setting = await aSetting();
    const { client, letter, personId } = setting;
    await issueLetter(client, letter());
    await client.protocol.enter({
      direction: 'in',
      correspondent: 'La zia Zorbulona',
      subject: 'Su Warsame',
      personId,
    });
    await eraseAlone(setting, personId);
    const { items } = await client.protocol.list({});
    expect(items).toMatchObject([
      { number: 2, correspondent: '', subject: '' },
      { number: 1, correspondent: 'Comune di Prova', subject: '' },
    ]);
  });

  test('leaves out for a volunteer what belongs to a case that is not theirs', async () => {
    const { client, letter, personId, folder } = await aSetting();
    await issueLetter(client, letter());
    await client.caseAccess.save({ personId, isRestricted: true });
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Amal', role: 'volunteer', passphrase });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'Amal', passphrase });
    expect(await client.protocol.list({})).toEqual({ items: [], total: 0, years: [] });
  });
});

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a reply slip', () => {
  test('carries a reference that leads back to the letter and to no case', async () => {
    const { client, letter } = await aSetting();
    const issued = await issueLetter(client, letter({ facts: ['birth', 'caseNumber'] }));
    const { bytes, pageCount } = await client.documents.letter({ letterId: issued.id });
    const slip = textOf(bytes, pageCount);
    const reference = replyReference({ year: 2026, number: 1 });
    expect(slip).toContain(reference);
    expect(slip).not.toContain('Warsame');
    expect(slip).not.toContain('PRV-2026');
    const found = await client.protocol.find({ reference: reference.toLowerCase() });
    expect(found).toMatchObject({ letterId: issued.id, referralId: issued.referralId });
    await expect(client.protocol.find({ reference: 'R-2026-0002-A' })).rejects.toMatchObject({
      code: 'reference_unknown',
    });
  });

  test('is not read with a digit wrong or two in the wrong order', () => {
    const reference = replyReference({ year: 2026, number: 1234 });
    expect(readReplyReference(reference)).toEqual({ year: 2026, number: 1234 });
    expect(readReplyReference(reference.replace('1234', '1243'))).toBeUndefined();
    expect(readReplyReference(reference.replace('1234', '1235'))).toBeUndefined();
  });
});

test('copies that were printed and saved stand in the diary, and none is printed once consent is gone', async () => {
  const { client, letter, personId, saved } = await aSetting();
  const { id: letterId } = await issueLetter(client, letter());
  await client.letters.recordCopy({ letterId, kind: 'office' });
  await saved((grant) => client.documents.saveLetterCopy({ letterId, grant }));
  const { items } = await client.diary.list({ personId });
  const sentences = items.map(({ summaryKey }) => summaryKey);
  expect(sentences).toEqual(expect.arrayContaining(['letter.printed', 'letter.savedCopy']));
  const { items: consents } = await client.consents.list({ personId });
  for (const { id } of consents) await client.consents.withdraw({ id });
  await expect(client.letters.recordCopy({ letterId, kind: 'office' })).rejects.toMatchObject({
    code: 'consent_withdrawn',
  });
  await client.letters.recordCopy({ letterId, kind: 'person' });
});

test('the person’s copy says in plain words to whom it goes and what it says', async () => {
  const { client, letter } = await aSetting();
  const { id: letterId } = await issueLetter(client, letter());
  const { bytes } = await client.documents.letterCopy({ letterId });
  expect(textOf(bytes, 1)).toMatch(/Copia per la persona[\s\S]*Comune di Prova[\s\S]*Somalia/);
});

test('somebody else’s letter is no letter of theirs', async () => {
  const { client, officeId } = await aSetting();
  const { id: other } = await client.people.create(aPerson());
  await expect(
    client.letters.check({ personId: other, details: aLetter(officeId) }),
  ).rejects.toMatchObject({ code: 'consent_missing' });
  await client.consents.give({ personId: other, details: aReferralConsent(officeId) });
  await client.letters.check({ personId: other, details: aLetter(officeId) });
});
