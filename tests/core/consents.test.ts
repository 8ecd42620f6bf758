import { describe, expect, test } from 'vitest';
import type { PersonDetails } from '#domain/people/person.ts';
import { aLetter, anOffice, aPerson, aReferralConsent } from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { hasWatermark } from '../support/pdf-tools.ts';

async function desk(person: PersonDetails = aPerson()) {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(person);
  const { id: officeId } = await client.organisations.save(anOffice());
  const letter = { personId, details: aLetter(officeId) };
  const give = (more: Parameters<typeof aReferralConsent>[1] = {}) =>
    client.consents.give({ personId, details: aReferralConsent(officeId, more) });
  return { ...t, personId, officeId, letter, give };
}

/** Turns eighteen on 1 December 2026. */
const child = aPerson({ birth: { year: 2008, month: 12, day: 1, certainty: 'documented' } });
const byGuardian = {
  givenBy: 'guardian',
  giverName: 'Ada Lorusso',
  giverAuthority: 'Tribunale per i minorenni, n. 12/2026',
  childOpinion: { stance: 'agrees', words: 'Va bene.' },
} as const;

describe('a consent', () => {
  test('keeps who interpreted it, in which language, and which notice was given', async () => {
    const { client, personId, give } = await desk();
    const told = {
      interpreter: 'Samira Noori',
      language: 'prs',
      noticeVersion: '2026-03',
      noticeGivenOn: '2026-11-20',
      recipient: 'Il fratello Omid',
    };
    await give(told);
    const { items } = await client.consents.list({ personId });
    expect(items).toMatchObject([{ details: told }]);
  });
});

describe('a withdrawal', () => {
  test('stops issuing, the preview and every copy to give away at once', async () => {
    const { client, letter, give, saved } = await desk();
    const { id } = await give();
    const waiting = await issueLetter(client, letter);
    const sent = await issueLetter(client, letter);
    const step = { to: 'sent', on: '2026-11-21', way: 'byHand' } as const;
    await client.referrals.record({ id: sent.referralId, revision: 1, step });
    const save = (letterId: string) =>
      saved((grant) => client.documents.saveLetter({ letterId, grant }));
    await save(waiting.id);
    await save(sent.id);
    const withdrawn = await client.consents.withdraw({ id, reason: 'Ci ha ripensato' });
    expect(withdrawn).toEqual({
      stoppedLetters: ['1/2026', '2/2026'],
      toDo: ['tellOffice', 'removeFromPlan'],
    });
    for (const attempt of [
      () => issueLetter(client, letter),
      () => client.documents.previewLetter(letter),
      () => save(waiting.id),
      () => save(sent.id),
      () => client.referrals.record({ id: waiting.referralId, revision: 1, step }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'consent_withdrawn' });
    }
    // In the file it can still be read, and nobody takes it for a letter that is going out.
    const shown = await client.documents.letter({ letterId: sent.id });
    expect(hasWatermark(shown.bytes)).toBe(true);
  });

  test('leaves other offices and a newer consent alone', async () => {
    const { client, personId, letter, give } = await desk();
    const { id: other } = await client.organisations.save(anOffice({ name: 'Altro Comune' }));
    await client.consents.give({ personId, details: aReferralConsent(other) });
    const first = await give();
    await give();
    expect((await client.consents.withdraw({ id: first.id })).stoppedLetters).toEqual([]);
    await issueLetter(client, letter);
    await issueLetter(client, { personId, details: aLetter(other) });
  });

  test('says what must be done, until it was done', async () => {
    const { client, personId } = await desk();
    const { id } = await client.consents.give({
      personId,
      details: {
        purpose: 'imageAndVoice',
        recipient: 'Giornale di quartiere',
        givenBy: 'self',
        way: 'oral',
        witness: 'Samira Haidari',
        givenOn: '2026-11-01',
      },
    });
    await client.consents.withdraw({ id, by: 'Amina', reason: 'Non vuole più' });
    const tasks = ['takeDownPictures', 'tellPublishers'];
    expect((await client.consents.list({ personId })).items).toMatchObject([
      { toDo: tasks, withdrawal: { by: 'Amina', reason: 'Non vuole più' } },
    ]);
    expect((await client.consents.due({ until: '2026-11-21' })).items).toMatchObject([
      { kind: 'followUp', consentId: id },
    ]);
    const left = async () => (await client.consents.list({ personId })).items[0]?.toDo;
    await client.consents.recordFollowUp({ id, task: 'takeDownPictures' });
    expect(await left()).toEqual(['tellPublishers']);
    expect((await client.consents.due({ until: '2026-11-21' })).items).toHaveLength(1);
    const again = client.consents.recordFollowUp({ id, task: 'takeDownPictures' });
    await expect(again).rejects.toMatchObject({ code: 'not_found' });
    await client.consents.recordFollowUp({ id, task: 'tellPublishers' });
    expect((await client.consents.list({ personId })).items[0]?.toDo).toEqual([]);
    expect((await client.consents.due({ until: '2026-11-21' })).items).toEqual([]);
  });
});

describe('a letter that has not left', () => {
  test('is not saved again after its consent has run out, one that was sent is', async () => {
    const t = await desk();
    const { client, letter, give, saved } = t;
    await give({ expiresOn: '2026-12-31' });
    const waiting = await issueLetter(client, letter);
    const sent = await issueLetter(client, letter);
    const step = { to: 'sent', on: '2026-11-21', way: 'byHand' } as const;
    await client.referrals.record({ id: sent.referralId, revision: 1, step });
    t.setToday('2027-01-01');
    const save = (letterId: string) =>
      saved((grant) => client.documents.saveLetter({ letterId, grant }));
    await expect(save(waiting.id)).rejects.toMatchObject({ code: 'consent_expired' });
    await save(sent.id);
  });

  test('is held when the person says afterwards that the office must not know', async () => {
    const { client, personId, officeId, letter, give, saved } = await desk();
    await give();
    const { id: letterId } = await issueLetter(client, letter);
    await client.withholdings.record({
      personId,
      withholding: { organisationId: officeId, reason: 'fearOfHarm', since: '2026-11-21' },
    });
    await expect(
      saved((grant) => client.documents.saveLetter({ letterId, grant })),
    ).rejects.toMatchObject({ code: 'withheld_from_recipient' });
  });
});

describe('data', () => {
  test('that the consent does not name stay out of letters', async () => {
    const { client, personId, officeId, give } = await desk();
    await give({ dataCategories: ['identity'] });
    const wanted = (facts: ('birth' | 'address')[]) => ({
      personId,
      details: aLetter(officeId, { facts }),
    });
    await issueLetter(client, wanted(['birth']));
    await expect(issueLetter(client, wanted(['address']))).rejects.toMatchObject({
      code: 'consent_not_covering',
      details: { categories: ['contact'] },
    });
  });

  test('withheld from an office stop its letters until that has ended', async () => {
    const t = await desk();
    const { client, personId, officeId, letter, give } = t;
    await give();
    const { id } = await client.withholdings.record({
      personId,
      withholding: { organisationId: officeId, reason: 'fearOfHarm', since: '2026-11-21' },
    });
    for (const attempt of [client.letters.check, client.documents.previewLetter]) {
      await expect(attempt(letter)).rejects.toMatchObject({ code: 'withheld_from_recipient' });
    }
    await client.withholdings.close({ id, endedOn: '2026-11-21' });
    await issueLetter(client, letter);
    expect((await client.withholdings.list({ personId })).items).toMatchObject([
      { organisationName: 'Comune di Prova', endedOn: '2026-11-21' },
    ]);
  });

  test('are categories of the list', async () => {
    const { give } = await desk();
    await expect(give({ dataCategories: ['shoes'] })).rejects.toMatchObject({
      code: 'unknown_code',
    });
  });
});

describe('a minor', () => {
  test('does not give consent; a parent or guardian does, and the child is heard', async () => {
    const { client, personId, give } = await desk(child);
    await expect(give()).rejects.toMatchObject({ code: 'consent_needs_guardian' });
    const { childOpinion: _, ...unheard } = byGuardian;
    await expect(give(unheard)).rejects.toMatchObject({ code: 'invalid_input' });
    await give(byGuardian);
    expect(await client.consents.list({ personId })).toMatchObject({
      isUnderAge: true,
      comesOfAgeOn: '2026-12-01',
      items: [{ state: 'valid', details: byGuardian }],
    });
  });

  test('signs anew at eighteen: on the birthday the old consent opens nothing', async () => {
    const t = await desk(child);
    const { client, letter, give, saved } = t;
    await give(byGuardian);
    t.setToday('2026-11-30');
    const { id: letterId } = await issueLetter(client, letter);
    const due = async () => (await client.consents.due({ until: '2026-12-10' })).items;
    expect(await due()).toMatchObject([{ kind: 'signAnew', due: '2026-12-01' }]);
    t.setToday('2026-12-01');
    for (const attempt of [
      () => issueLetter(client, letter),
      () => saved((grant) => client.documents.saveLetter({ letterId, grant })),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'consent_came_of_age' });
    }
    await expect(give({ ...byGuardian, givenOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'consent_giver_of_age',
    });
    await give({ givenOn: '2026-12-01' });
    await issueLetter(client, letter);
    expect(await due()).toEqual([]);
  });

  test('whose birth year alone is known counts as grown from the first day of that year', async () => {
    const t = await desk(aPerson({ birth: { year: 2009, certainty: 'declared' } }));
    await t.give(byGuardian);
    t.setToday('2026-12-31');
    await issueLetter(t.client, t.letter);
    t.setToday('2027-01-01');
    await expect(issueLetter(t.client, t.letter)).rejects.toMatchObject({
      code: 'consent_came_of_age',
    });
  });
});

test('the privacy notice is a record of its own, and no consent', async () => {
  const { client, personId, letter } = await desk();
  const notice = { version: '2026-1', givenOn: '2026-11-21', way: 'readAloud', language: 'som' };
  await client.privacyNotices.give({ personId, notice: { ...notice, way: 'readAloud' } });
  const { id: other } = await client.people.create(aPerson());
  expect(await client.privacyNotices.list({ personId: other })).toEqual({
    items: [],
    lastVersion: '2026-1',
  });
  expect((await client.privacyNotices.list({ personId })).items).toMatchObject([{ notice }]);
  await expect(issueLetter(client, letter)).rejects.toMatchObject({ code: 'consent_missing' });
});
