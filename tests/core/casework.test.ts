import { describe, expect, test } from 'vitest';
import { aLetter, anOffice, aPerson, aPlan, aReferralConsent } from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { hasWatermark, textOf } from '../support/pdf-tools.ts';

async function desk() {
  const t = await openCore();
  const { id: personId, caseNumber } = await t.client.people.create(aPerson());
  const { id: officeId } = await t.client.organisations.save(anOffice());
  return { ...t, personId, caseNumber, officeId };
}

describe('consents and letters', () => {
  test('no consent, no letter: neither preview nor issue', async () => {
    const { client, personId, officeId } = await desk();
    const wanted = { personId, details: aLetter(officeId) };
    for (const attempt of [client.letters.check, client.documents.previewLetter]) {
      await expect(attempt(wanted)).rejects.toMatchObject({ code: 'consent_missing' });
    }
  });

  test('withdrawal stops the next letter at once, with its own reason', async () => {
    const { client, personId, officeId } = await desk();
    const { id } = await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const wanted = { personId, details: aLetter(officeId) };
    await expect(issueLetter(client, wanted)).resolves.toMatchObject({ protocol: '1/2026' });
    await client.consents.withdraw({ id });
    await expect(issueLetter(client, wanted)).rejects.toMatchObject({ code: 'consent_withdrawn' });
    const { items } = await client.consents.list({ personId });
    expect(items).toMatchObject([{ state: 'withdrawn', withdrawnOn: '2026-11-21' }]);
    await expect(client.consents.withdraw({ id })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('an expired consent says so', async () => {
    const { client, personId, officeId } = await desk();
    const details = aReferralConsent(officeId, { expiresOn: '2026-11-20' });
    await client.consents.give({ personId, details });
    await expect(
      issueLetter(client, { personId, details: aLetter(officeId) }),
    ).rejects.toMatchObject({ code: 'consent_expired' });
  });

  test('protocol numbers count within the year and never repeat', async () => {
    const t = await desk();
    const { client, personId, officeId } = t;
    await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const issue = () => issueLetter(client, { personId, details: aLetter(officeId) });
    const issued = await Promise.all([issue(), issue(), issue()]);
    expect(issued.map((one) => one.protocol)).toEqual(['1/2026', '2/2026', '3/2026']);
    t.setToday('2027-01-02');
    expect((await issue()).protocol).toBe('1/2027');
  });

  test('a letter carries only facts that were ticked and that its template allows', async () => {
    const { client, personId, officeId, saved } = await desk();
    await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const refused = aLetter(officeId, { facts: ['receptionExit'] });
    await expect(issueLetter(client, { personId, details: refused })).rejects.toMatchObject({
      code: 'fact_not_allowed',
    });
    const { id } = await issueLetter(client, {
      personId,
      details: aLetter(officeId, { facts: ['nationality'] }),
    });
    const text = textOf(
      await saved((grant) => client.documents.saveLetter({ letterId: id, grant })),
    );
    expect(text).toContain('Warsame Amina');
    expect(text).toContain('Somalia');
    expect(text).not.toContain('08/03/1994');
    expect(text).not.toContain('rifugiat');
  });

  test('a template goes to the kind of office it is written for', async () => {
    const { client, personId } = await desk();
    const { id } = await client.organisations.save(anOffice({ kind: 'health', name: 'ASL' }));
    await client.consents.give({ personId, details: aReferralConsent(id) });
    await expect(issueLetter(client, { personId, details: aLetter(id) })).rejects.toMatchObject({
      code: 'letter_not_for_this_office',
    });
  });

  test('an issued letter stays as it was when the person changes', async () => {
    const { client, personId, officeId } = await desk();
    await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const { id: letterId } = await issueLetter(client, { personId, details: aLetter(officeId) });
    const before = await client.documents.letter({ letterId });
    const details = aPerson({
      nationalities: ['ERI'],
      birth: { year: 1990, certainty: 'declared' },
    });
    await client.people.update({ id: personId, revision: 1, details });
    const after = await client.documents.letter({ letterId });
    expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
  });

  test('the draft is marked, the issued letter is not', async () => {
    const { client, personId, officeId } = await desk();
    await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const draft = await client.documents.previewLetter({ personId, details: aLetter(officeId) });
    expect(hasWatermark(draft.bytes)).toBe(true);
    const { id } = await issueLetter(client, { personId, details: aLetter(officeId) });
    const { bytes } = await client.documents.letter({ letterId: id });
    expect(hasWatermark(bytes)).toBe(false);
    const text = textOf(bytes);
    expect(text).toContain('Prot. n. 1/2026');
    expect(text).toContain('Pagina 1 di 2');
  });

  test('characters without a font are named before anything is printed', async () => {
    const { client, personId, officeId } = await desk();
    await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const details = aLetter(officeId, { situation: 'Nome sul passaporto: ꀀ' });
    const { missingCharacters } = await client.documents.previewLetter({ personId, details });
    expect(missingCharacters).toEqual(['ꀀ']);
    await expect(issueLetter(client, { personId, details })).rejects.toMatchObject({
      code: 'characters_missing',
      details: { characters: 'ꀀ' },
    });
  });
});

describe('plans', () => {
  test('a draft is saved, completed, signed, and then final', async () => {
    const { client, personId } = await desk();
    const { id } = await client.plans.start({ personId });
    await expect(client.plans.sign({ id, signedOn: '2026-11-21' })).rejects.toMatchObject({
      code: 'plan_incomplete',
      details: { missing: ['goals'] },
    });
    await client.plans.save({ id, revision: 1, details: aPlan() });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    await expect(client.plans.save({ id, revision: 2, details: aPlan() })).rejects.toMatchObject({
      code: 'plan_already_signed',
    });
  });

  test('the next version carries open goals over and leaves the signed one alone', async () => {
    const { client, personId } = await desk();
    const { id } = await client.plans.start({ personId });
    const details = aPlan({
      goals: [
        {
          domain: 'WRK',
          statement: 'Trovare lavoro',
          actions: [
            { what: 'Curriculum', responsible: 'operator', state: 'done' },
            { what: 'Colloquio', responsible: 'person', state: 'toDo' },
          ],
        },
      ],
    });
    await client.plans.save({ id, revision: 1, details });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    const next = await client.plans.start({ personId });
    const { items } = await client.plans.list({ personId });
    expect(items.map((plan) => [plan.version, plan.state])).toEqual([
      [2, 'draft'],
      [1, 'signed'],
    ]);
    expect(items[0]?.details.goals[0]?.actions.map((action) => action.what)).toEqual(['Colloquio']);
    expect(items[1]?.details).toEqual(details);
    expect((await client.plans.start({ personId })).id).toBe(next.id);
  });

  test('two editors cannot overwrite each other unseen', async () => {
    const { client, personId } = await desk();
    const { id } = await client.plans.start({ personId });
    await client.plans.save({ id, revision: 1, details: aPlan() });
    await expect(
      client.plans.save({ id, revision: 1, details: aPlan({ priorities: [] }) }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('is a draft on paper until signed', async () => {
    const { client, personId, saved } = await desk();
    const { id } = await client.plans.start({ personId });
    await client.plans.save({ id, revision: 1, details: aPlan() });
    await client.assessments.record({
      personId,
      score: { domain: 'HOU', level: 2, words: 'Vorrei una stanza.' },
    });
    const draft = await client.documents.plan({ planId: id });
    expect(hasWatermark(draft.bytes)).toBe(true);
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    const bytes = await saved((grant) => client.documents.savePlan({ planId: id, grant }));
    expect(hasWatermark(bytes)).toBe(false);
    const text = textOf(bytes);
    for (const part of [
      'Warsame Amina',
      'Frequentare il corso A1',
      'Vorrei una stanza.',
      'Firme',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('files', () => {
  test('are written once for each choice in the dialog, and not without one', async () => {
    const { client, files, folder, personId } = await desk();
    const { id: planId } = await client.plans.start({ personId });
    const save = (grant: string) => client.documents.savePlan({ planId, grant });
    await expect(save('/etc/approdo.pdf')).rejects.toMatchObject({ code: 'grant_unknown' });
    files.grant('chosen-once', `${folder}/../piano-prova-${planId}.pdf`);
    await save('chosen-once');
    await expect(save('chosen-once')).rejects.toMatchObject({ code: 'grant_unknown' });
    files.grant('no-such-place', `${folder}/missing/piano.pdf`);
    await expect(save('no-such-place')).rejects.toMatchObject({ code: 'file_not_written' });
  });
});
