import { describe, expect, test } from 'vitest';
import type { OrganisationInput } from '#domain/directory/organisation.ts';
import { aLetter, anOffice, aPerson, aReferralConsent } from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';

const fullEntry: OrganisationInput = {
  kind: 'lawyer',
  name: 'Sportello Il Ponte',
  office: 'Sportello legale',
  address: 'via Roma 1\n10100 Torino',
  place: 'Torino',
  phone: '011 000 0000',
  email: 'ponte@example.org',
  pec: 'ponte@pec.example.org',
  contacts: [
    { name: 'Marta Olivieri', role: 'Avvocata', phone: '011 1', email: 'a@b', pec: 'c@d' },
    { name: 'Segreteria' },
  ],
  openingHours: [
    { weekday: 'mon', hours: '9–12' },
    { weekday: 'sat', hours: 'su appuntamento' },
  ],
  languages: ['ara', 'ita'],
  services: ['LEG', 'ORI'],
  accessRules: 'Solo su appuntamento',
  note: 'Chiedere di Marta',
};

describe('the directory', () => {
  test('keeps an entry whole, and who checked it when', async () => {
    const t = await openCore();
    const { id } = await t.client.organisations.save({ ...fullEntry, isVerified: true });
    const { organisation } = await t.client.organisations.get({ id });
    expect(organisation).toEqual({
      ...fullEntry,
      id,
      revision: 1,
      verifiedOn: '2026-11-21',
      verifiedBy: 'Giulia Ferraris',
      isArchived: false,
    });
    expect((await t.client.organisations.list({})).items).toEqual([organisation]);
    t.setToday('2026-12-01');
    const { verifiedOn: _, verifiedBy: __, isArchived: ___, ...details } = organisation;
    await t.client.organisations.save({ ...details, contacts: [], openingHours: [] });
    const changed = (await t.client.organisations.get({ id })).organisation;
    expect(changed).toMatchObject({ contacts: [], revision: 2, verifiedOn: '2026-11-21' });
    await t.client.organisations.confirm({ id });
    expect((await t.client.organisations.get({ id })).organisation.verifiedOn).toBe('2026-12-01');
  });

  test('two editors cannot overwrite each other unseen', async () => {
    const { client } = await openCore();
    const { id } = await client.organisations.save(anOffice());
    await client.organisations.save({ ...anOffice(), id, revision: 1 });
    const late = client.organisations.save({ ...anOffice({ name: 'Altro' }), id, revision: 1 });
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const blind = client.organisations.save({ ...anOffice(), id });
    await expect(blind).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await client.organisations.list({})).items).toMatchObject([
      { name: 'Comune di Prova', revision: 2 },
    ]);
  });

  test('takes no kind, language or service that no list has', async () => {
    const { client } = await openCore();
    for (const more of [{ kind: 'circus' }, { languages: ['xxx'] }, { services: ['XXX'] }]) {
      await expect(client.organisations.save(anOffice(more))).rejects.toMatchObject({
        code: 'unknown_code',
      });
    }
    expect((await client.organisations.list({})).items).toEqual([]);
  });

  test('an archived entry is no longer offered, and what refers to it stays', async () => {
    const { client } = await openCore();
    const { id: personId } = await client.people.create(aPerson());
    const { id } = await client.organisations.save(anOffice());
    await client.consents.give({ personId, details: aReferralConsent(id) });
    await issueLetter(client, { personId, details: aLetter(id) });
    await client.organisations.close({ id });
    expect((await client.organisations.list({})).items).toEqual([]);
    expect((await client.organisations.list({ showArchived: true })).items).toHaveLength(1);
    const { organisation, referralCounts } = await client.organisations.get({ id });
    expect(organisation.isArchived).toBe(true);
    expect(referralCounts).toEqual([{ state: 'draft', count: 1 }]);
    expect((await client.referrals.list({ personId })).items).toMatchObject([
      { organisationName: 'Comune di Prova' },
    ]);
    await client.organisations.reopen({ id });
    expect((await client.organisations.list({})).items).toHaveLength(1);
  });

  test('an entry that is not there is said to be missing', async () => {
    const { client } = await openCore();
    const id = '01900000-0000-7000-8000-000000000000';
    for (const call of ['get', 'confirm', 'close', 'reopen'] as const) {
      await expect(client.organisations[call]({ id })).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
