import { describe, expect, test } from 'vitest';
import { replyReference } from '#domain/protocol/reply-reference.ts';
import { aLetter, anOffice } from '../../support/factories.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { textOf } from '../../support/pdf-tools.ts';
import { aSetting, ofAChild } from './support.ts';

const amina = 'Warsame';

describe('no letter', () => {
  test('and no referral goes to the consulate of somebody who needs protection', async () => {
    const { client, personId, letter } = await aSetting({ office: { kind: 'consulate' } });
    await expect(client.letters.check(letter())).rejects.toMatchObject({
      code: 'consulate_refused',
    });
    // By its name as well, under whichever kind somebody entered it.
    const { id: organisationId } = await client.organisations.save(
      anOffice({ kind: 'otherBody', name: 'Ambasciata della Somalia' }),
    );
    const details = { organisationId, urgency: 'normal' } as const;
    await expect(client.referrals.create({ personId, details })).rejects.toMatchObject({
      code: 'consulate_refused',
    });
  });

  test('is stopped by that rule for somebody whose own state is no danger', async () => {
    const { client, personId, officeId } = await aSetting({
      person: { legalStatus: 'otherRegular' },
      office: { kind: 'consulate' },
    });
    const details = { organisationId: officeId, urgency: 'normal' } as const;
    await expect(client.referrals.create({ personId, details })).resolves.toHaveProperty('id');
  });

  test.each([
    ['health', 'ASL', 'permit'],
    ['familyClinic', 'ASL', 'permitRequest'],
    ['school', 'SCH', 'legalStatus'],
    ['mentalHealth', 'IAR', 'legalStatus'],
    ['familyClinic', 'IAR', 'decision'],
  ] as const)('tells %s in %s of %s, however good it is', async (kind, templateCode, fact) => {
    const { client, letter, personId } = await aSetting({
      person: { legalStatus: 'refugee' },
      office: { kind },
    });
    const details = {
      type: 'residencePermit',
      title: 'AS',
      state: 'issued',
      number: 'I12345678',
      expiry: 'known',
      expiresOn: '2030-01-01',
      seen: 'original',
    } as const;
    await client.identityDocuments.save({ personId, details });
    const asked = letter({ templateCode, facts: [fact] });
    await expect(client.letters.check(asked)).rejects.toMatchObject({
      code: 'permit_not_for_this_office',
      details: { fields: [fact] },
    });
    await expect(client.documents.previewLetter(asked)).rejects.toMatchObject({
      code: 'permit_not_for_this_office',
    });
    await expect(client.letters.issue({ ...asked, seal: 'any' })).rejects.toThrow();
    expect((await client.protocol.list({})).total).toBe(0);
  });

  test('leaves unless somebody has seen exactly what it says', async () => {
    const { client, letter, personId } = await aSetting();
    const wanted = letter();
    const { seal } = await client.letters.check(wanted);
    const { details, revision } = await client.people.get({ id: personId });
    await client.people.update({
      id: personId,
      revision,
      details: { ...details, nationalities: ['ETH'] },
    });
    await expect(client.letters.issue({ ...wanted, seal })).rejects.toMatchObject({
      code: 'letter_changed_since_seen',
    });
    expect((await client.protocol.list({})).total).toBe(0);
  });
});

describe('sensitive topics', () => {
  const health = { topic: 'health', text: 'Serve una visita.', isTicked: true } as const;

  test('leave only ticked one by one, only to who may know, and only with consent to them', async () => {
    const { client, letter, officeId, personId } = await aSetting({
      office: { kind: 'socialServices' },
    });
    const toSocial = letter({ templateCode: 'SOC', special: [health] });
    const { leaving } = await client.letters.check(toSocial);
    expect(leaving).toContainEqual(
      expect.objectContaining({ key: 'special.health', source: 'typed' }),
    );
    const untrue = { ...health, isTicked: false } as unknown as typeof health;
    await expect(
      client.letters.check(letter({ templateCode: 'SOC', special: [untrue] })),
    ).rejects.toMatchObject({ code: 'invalid_input' });
    const asylum = { ...health, topic: 'asylumReasons' } as const;
    await expect(
      client.letters.check(letter({ templateCode: 'SOC', special: [asylum] })),
    ).rejects.toMatchObject({ code: 'fact_not_allowed' });
    const { items } = await client.consents.list({ personId });
    for (const { id } of items) await client.consents.withdraw({ id });
    await client.consents.give({
      personId,
      details: {
        purpose: 'referral',
        organisationId: officeId,
        dataCategories: ['identity'],
        givenBy: 'self',
        way: 'signed',
        givenOn: '2026-11-21',
      },
    });
    await expect(client.letters.check(toSocial)).rejects.toMatchObject({
      code: 'consent_not_covering',
      details: { categories: ['health'] },
    });
  });

  test('in free text are shown before it is printed, with numbers and names that do not belong there', async () => {
    const { client, letter } = await aSetting({ office: { kind: 'school' } });
    const { warnings } = await client.letters.check(
      letter({
        templateCode: 'SCH',
        situation: 'È senza permesso, aveva I12345678; è in terapia, rifugiata.',
        request: 'Iscrizione.',
      }),
    );
    const found = warnings.map(({ content, field }) => [content, field]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['irregularStay', 'situation'],
        ['legalStay', 'situation'],
        ['permitNumber', 'situation'],
      ]),
    );
    const clean = await client.letters.check(
      letter({ templateCode: 'SCH', situation: 'Ha nove anni.' }),
    );
    expect(clean.warnings).toEqual([]);
  });
});

describe('a letter about somebody’s safety', () => {
  test('has a code and no name, and gets its number only from a second person', async () => {
    const test = await aSetting({ office: { kind: 'antiViolence' } });
    const { client, letter, folder } = test;
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Altra', role: 'mediator', passphrase });
    const wanted = letter({
      templateCode: 'CAV',
      facts: ['languages'],
      situation: `Per ${amina}.`,
    });
    const check = await client.letters.check(wanted);
    expect(JSON.stringify(check.leaving.filter(({ source }) => source !== 'typed'))).not.toContain(
      amina,
    );
    // What is kept of the letter has no name either: it was never taken from the person's sheet.
    expect(check.leaving).toContainEqual(
      expect.objectContaining({ key: 'code', source: 'caseFile' }),
    );
    expect(check.warnings).toContainEqual(expect.objectContaining({ content: 'ownName' }));
    const { seal } = check;
    await expect(client.letters.issue({ ...wanted, seal })).rejects.toMatchObject({
      code: 'letter_needs_second_person',
    });
    const { id } = await client.letters.propose({ ...wanted, seal });
    await expect(client.letters.confirm({ id, seal })).rejects.toMatchObject({
      code: 'letter_not_alone',
    });
    expect((await client.protocol.list({})).total).toBe(0);
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'Altra', passphrase });
    const { items } = await client.letters.proposals({});
    expect(items).toMatchObject([{ id, isOwn: false, proposedBy: 'Giulia Ferraris' }]);
    const issued = await client.letters.confirm({ id, seal });
    expect(issued.protocol).toBe('1/2026');
    expect(issued.shortSubject).not.toContain(amina);
    // Neither does the case number lead to them: what stands there leads back to the letter here.
    const { bytes } = await client.documents.letter({ letterId: issued.id });
    const reference = replyReference({ year: 2026, number: 1 });
    expect(issued.shortSubject).toContain(reference);
    expect(textOf(bytes, 1)).toMatch(
      new RegExp(`Oggetto[^]*${reference}[^]*Codice\\s+${reference}`),
    );
    expect(textOf(bytes)).not.toContain('PRV-2026');
    expect((await client.letters.proposals({})).items).toEqual([]);
  });
});

describe('the form between organisations, if confidential', () => {
  const contact = { kind: 'phone', value: '+39 333 1234567', safe: true } as const;
  const birth = { year: 1994, month: 3, day: 8, certainty: 'documented' } as const;
  const form = { templateCode: 'IAR', isConfidential: true } as const;
  const partner = { kind: 'partnerAssociation' } as const;

  test('has a code in the place of the name on every page, and in what is kept of it', async () => {
    const { client, letter } = await aSetting({ office: partner, person: { contact, birth } });
    const named = letter({ ...form, isConfidential: false, facts: ['birth', 'caseNumber'] });
    const shown = await client.documents.previewLetter(named);
    expect(textOf(shown.bytes)).toContain(amina);
    const wanted = letter({ ...form, facts: ['ageBand', 'sex', 'languages'] });
    const { leaving, seal } = await client.letters.check(wanted);
    expect(leaving.map(({ key }) => key)).toEqual(['code', 'ageBand', 'sex', 'languages']);
    const { id, shortSubject } = await client.letters.issue({ ...wanted, seal });
    const reference = replyReference({ year: 2026, number: 1 });
    expect(shortSubject).toContain(reference);
    const { bytes } = await client.documents.letter({ letterId: id });
    const copy = await client.documents.letterCopy({ letterId: id });
    for (const text of [textOf(bytes), textOf(copy.bytes)]) {
      expect(text).toMatch(new RegExp(`Codice\\s+${reference}`));
      for (const telling of [amina, 'Amina', 'PRV-2026', '1994', '1234567']) {
        expect(text).not.toContain(telling);
      }
    }
  });

  test.each(['birth', 'address', 'contact', 'guardian', 'caseNumber'] as const)(
    'never has the %s, which leads to the name',
    async (fact) => {
      const { client, letter } = await aSetting({ office: partner, person: { contact, birth } });
      await expect(client.letters.check(letter({ ...form, facts: [fact] }))).rejects.toMatchObject({
        code: 'fact_not_allowed',
        details: { fields: [fact] },
      });
    },
  );

  test('needs the same consent, finds the name in what is typed, and warns of enclosures', async () => {
    const { client, letter, personId } = await aSetting({ office: partner });
    const typed = letter({
      ...form,
      facts: [],
      situation: `Per ${amina}, +39 333 1234567.`,
      attachments: ['Consenso'],
    });
    const { warnings, notices } = await client.letters.check(typed);
    expect(warnings.map(({ content }) => content)).toEqual(['ownName', 'phone']);
    expect(notices).toContain('enclosuresMayName');
    const { items } = await client.consents.list({ personId });
    for (const { id } of items) await client.consents.withdraw({ id });
    await expect(client.letters.check(typed)).rejects.toMatchObject({
      code: expect.stringMatching(/^consent_/),
    });
  });

  test('is proposed where the letter tells of danger, and refused where the office needs the name', async () => {
    const { client, letter, personId } = await aSetting({ office: partner });
    const violence = { topic: 'violence', text: 'Non è al sicuro.', isTicked: true } as const;
    const noticesOf = async (isConfidential: boolean) => {
      const told = letter({ ...form, isConfidential, facts: [], special: [violence] });
      return (await client.letters.check(told)).notices;
    };
    expect(await noticesOf(false)).toEqual(['secondPerson', 'nameBesideDanger']);
    expect(await noticesOf(true)).toEqual(['secondPerson']);
    const { id: registry } = await client.organisations.save(anOffice());
    const details = aLetter(registry, { isConfidential: true });
    await expect(client.letters.check({ personId, details })).rejects.toMatchObject({
      code: 'letter_needs_name',
    });
  });
});

test('a child without anybody to sign is marked on the letter itself', async () => {
  const { client, letter, personId } = await aSetting({
    person: { birth: { year: 2012, certainty: 'documented' } },
    consent: ofAChild,
    office: { kind: 'juvenileCourt' },
  });
  const wanted = letter({ templateCode: 'MIN', facts: ['birth'] });
  expect((await client.letters.check(wanted)).notices).toContain('minorWithoutGuardian');
  const alone = await client.documents.previewLetter(wanted);
  expect(textOf(alone.bytes)).toContain('ATTENZIONE');
  await client.ties.save({
    personId,
    details: {
      kind: 'guardian',
      otherName: 'Ada Lorusso',
      place: 'italy',
      life: 'alive',
      decree: '5/2026',
    },
  });
  expect((await client.letters.check(wanted)).notices).toEqual(['minor']);
  expect(textOf((await client.documents.previewLetter(wanted)).bytes)).not.toContain('ATTENZIONE');
});

test('a contact that is not safe never leaves, ticked or not', async () => {
  const contact = { kind: 'phone', value: '+39 333 1234567', safe: false } as const;
  const { client, letter } = await aSetting({ person: { contact } });
  const check = await client.letters.check(letter({ facts: ['contact'] }));
  expect(check.missing).toEqual(['contact']);
  expect(JSON.stringify(check.leaving)).not.toContain('1234567');
});

test('a letter to the person needs no consent and goes to nobody else', async () => {
  const { client, personId, officeId } = await aSetting();
  const { organisationId: _, ...details } = aLetter('none', { templateCode: 'CLO', facts: [] });
  const issued = await issueLetter(client, { personId, details });
  const { bytes } = await client.documents.letter({ letterId: issued.id });
  expect(textOf(bytes)).toContain('Gentile Amina');
  expect((await client.referrals.list({ personId })).total).toBe(0);
  await expect(
    client.letters.check({ personId, details: { ...details, organisationId: officeId } }),
  ).rejects.toMatchObject({ code: 'letter_not_for_this_office' });
});
