import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { Attendees } from '#domain/network/community-meeting.ts';
import { aLetter, anOffice, aPerson, aReferralConsent } from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { asVolunteer, startProgramme, TODAY } from '../support/programmes.ts';

/** As the fund asked for them: one meeting for each community. */
const SIXTEEN = 'ALB BGD CHN ECU EGY PHL IND MAR MDA PAK PER SEN SRB LKA TUN UKR'.split(' ');

const crowd: Attendees[] = [
  { sex: 'female', age: '18-59', people: 12 },
  { sex: 'male', age: '18-59', people: 9 },
];

async function sixteenMeetings(t: OpenCore) {
  const { id: programmeId } = await startProgramme(t, 'incontro');
  const { id } = await t.client.organisations.save(anOffice({ kind: 'migrantAssociation' }));
  for (const community of SIXTEEN) {
    await t.client.communityMeetings.save({
      details: {
        programmeId,
        community,
        heldOn: '2026-03-14',
        place: 'Casa di Fatou, via Nizza 3',
        attendees: crowd,
        associationIds: [id],
        needs: [{ need: 'housing', words: 'Il figlio di Amina dorme in macchina' }],
        note: 'Parlare con Rahma',
      },
    });
  }
  return programmeId;
}

const exported = async (t: OpenCore, programmeId: string) => {
  const file = { programmeId, language: 'it', format: 'xlsx' } as const;
  const bytes = await t.saved((grant) => t.client.communityMeetings.export({ ...file, grant }));
  return readXlsxFile(Buffer.from(bytes));
};

describe('meetings with communities', () => {
  test('sixteen leave as numbers of attendees and needs, without a word about anybody', async () => {
    const t = await openCore({ today: TODAY });
    const programmeId = await sixteenMeetings(t);
    const [meetings, needs] = await exported(t, programmeId);
    const rows = meetings?.data ?? [];
    expect(rows[0]?.slice(0, 6)).toEqual([
      'Comunità',
      'Mese',
      'Associazioni',
      'Presenti',
      'Donne',
      'Uomini',
    ]);
    expect(rows.slice(1, 17).map((row) => [row[0], ...row.slice(2, 6), row.at(-1)])).toEqual(
      [
        'Albania',
        'Bangladesh',
        'Cina',
        'Ecuador',
        'Egitto',
        'Filippine',
        'India',
        'Marocco',
        'Moldavia',
        'Pakistan',
        'Perù',
        'Senegal',
        'Serbia',
        'Sri Lanka',
        'Tunisia',
        'Ucraina',
      ].map((name) => [name, 1, 21, 12, 9, 1]),
    );
    expect(rows[17]?.slice(0, 6)).toEqual(['In tutto: 16 incontri', null, 1, 336, 192, 144]);
    expect(needs?.data[1]).toEqual(['Casa e affitti', 16, 16]);
    const everything = JSON.stringify([meetings, needs]);
    for (const said of ['Fatou', 'Nizza', 'Amina', 'macchina', 'Rahma', '14/03']) {
      expect(everything).not.toContain(said);
    }
  });

  test('a handful of people is hidden, and whatever would give it away', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'incontro');
    const meet = (community: string, attendees: Attendees[]) =>
      t.client.communityMeetings.save({
        details: { programmeId, community, heldOn: '2026-03-14', attendees },
      });
    await meet('SRB', [
      { sex: 'female', age: '18-59', people: 30 },
      { sex: 'male', age: '18-59', people: 3 },
    ]);
    await meet('ERI', [{ sex: 'male', age: '0-17', people: 4 }]);
    const [meetings] = await exported(t, programmeId);
    const shown: Record<string, unknown[]> = Object.fromEntries(
      (meetings?.data ?? []).slice(1, 3).map((row) => [row[0], row.slice(3, 7)]),
    );
    // Of 33 people three men: with the women printed, or the total beside them, anybody subtracts.
    expect(shown.Serbia?.filter((cell) => cell === 'c').length).toBeGreaterThanOrEqual(2);
    expect(shown.Serbia).not.toContain(3);
    expect(shown.Eritrea).toEqual(['c', 'c', 'c', 'c']);
    expect(meetings?.data[3]?.[3]).toBe('c');
  });

  test('leave as text too, and only by a coordinator', async () => {
    const t = await openCore({ today: TODAY });
    const programmeId = await sixteenMeetings(t);
    const file = { programmeId, language: 'it', format: 'csv' } as const;
    const bytes = await t.saved((grant) => t.client.communityMeetings.export({ ...file, grant }));
    expect(new TextDecoder().decode(bytes)).toContain('Senegal;03/2026;1;21;12;9');
    await asVolunteer(t);
    const again = t.saved((grant) => t.client.communityMeetings.export({ ...file, grant }));
    await expect(again).rejects.toMatchObject({ code: 'role_missing' });
  });

  test('are kept whole, and come back with what was promised at them', async () => {
    const t = await openCore({ today: TODAY });
    const programmeId = await sixteenMeetings(t);
    const { items } = await t.client.communityMeetings.list({ programmeId });
    const [meeting] = items;
    if (!meeting) throw new Error('no meeting');
    expect(meeting.details).toMatchObject({
      attendees: crowd,
      needs: [{ need: 'housing', words: 'Il figlio di Amina dorme in macchina' }],
    });
    await t.client.undertakings.save({
      details: {
        kind: 'followUp',
        meetingId: meeting.id,
        what: 'Tornare con una risposta',
        owner: 'Giulia',
        dueOn: '2026-12-01',
      },
    });
    await t.client.communityMeetings.remove({ id: meeting.id });
    expect((await t.client.communityMeetings.list({})).items).toHaveLength(15);
    expect((await t.client.undertakings.list({})).items).toEqual([]);
    await t.client.communityMeetings.restore({ id: meeting.id });
    expect((await t.client.communityMeetings.list({ programmeId })).items).toEqual(items);
    expect((await t.client.undertakings.list({ programmeId })).items).toMatchObject([
      { community: meeting.details.community, details: { what: 'Tornare con una risposta' } },
    ]);
  });

  test('take no community or need that no list has, and no day to come', async () => {
    const { client } = await openCore({ today: TODAY });
    const meet = (more: object) =>
      client.communityMeetings.save({ details: { community: 'SEN', heldOn: TODAY, ...more } });
    await expect(meet({ community: 'XXZ' })).rejects.toMatchObject({ code: 'unknown_code' });
    await expect(meet({ needs: [{ need: 'circus' }] })).rejects.toMatchObject({
      code: 'unknown_code',
    });
    await expect(meet({ heldOn: '2026-11-22' })).rejects.toMatchObject({ code: 'date_in_future' });
    await meet({ community: 'westernAfrica' });
  });
});

describe('recommendations', () => {
  test('are open, late or done, and what is late stands in Today', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'consolidate');
    const recommend = (what: string, dueOn: string, more = {}) =>
      t.client.undertakings.save({
        details: { kind: 'recommendation', programmeId, what, owner: 'Comune', dueOn, ...more },
      });
    await recommend('Aprire il giovedì', '2027-03-01');
    const { id } = await recommend('Tradurre i moduli', '2026-11-20');
    await recommend('Pubblicare i tempi', '2026-10-01', { doneOn: '2026-10-02' });
    const { items } = await t.client.undertakings.list({ programmeId, kind: 'recommendation' });
    expect(items.map(({ details }) => details.what)).toEqual([
      'Tradurre i moduli',
      'Aprire il giovedì',
      'Pubblicare i tempi',
    ]);
    const late = async () =>
      (await t.client.today.get({})).items.filter(({ kind }) => kind === 'recommendationDue');
    expect(await late()).toMatchObject([
      { group: 'overdue', due: '2026-11-20', about: 'Tradurre i moduli (Comune)' },
    ]);
    const [first] = items;
    if (first) {
      await t.client.undertakings.save({ id, details: { ...first.details, doneOn: TODAY } });
    }
    expect(await late()).toEqual([]);
  });
});

describe('benchmarks', () => {
  test('before and after leave as a table with the words that justify them', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'consolidate');
    const { id: organisationId } = await t.client.organisations.save(anOffice());
    const before = { level: 2, on: '2026-01-10', seen: 'Tre sportelli' };
    const after = { level: 4, on: '2026-11-10', seen: '=un ingresso solo' };
    const given = { programmeId, organisationId, before };
    await t.client.benchmarks.save({ details: { ...given, indicator: 'deskOneDoor', after } });
    await t.client.benchmarks.save({ details: { ...given, ownIndicator: 'Tempi detti prima' } });
    const file = { programmeId, language: 'en', format: 'xlsx' } as const;
    const bytes = await t.saved((grant) => t.client.benchmarks.export({ ...file, grant }));
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    const shown = sheet?.data
      .slice(1, 3)
      .toSorted((a, b) => String(b[5]).length - String(a[5]).length);
    expect(shown).toContainEqual([
      'Comune di Prova – Anagrafe',
      'Desk: a single door',
      2,
      '10/01/2026',
      'Tre sportelli',
      4,
      '10/11/2026',
      '=un ingresso solo',
      2,
    ]);
    expect(shown).toContainEqual([
      'Comune di Prova – Anagrafe',
      'Tempi detti prima',
      2,
      '10/01/2026',
      'Tre sportelli',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a pilot', () => {
  test('of 30,000 euros with entries of 31,000 says so', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'consolidate');
    const details = { programmeId, name: 'Sportello unico', grantCents: 3_000_000 };
    const { id: pilotId } = await t.client.pilots.save({ details });
    const spend = (cents: number, more = {}) =>
      t.client.ledgerEntries.save({
        ledger: { programmeId },
        details: { line: 'pilot', state: 'committed', cents, on: TODAY, pilotId },
        ...more,
      });
    const pilot = async () => (await t.client.pilots.list({ programmeId })).items[0];
    await spend(3_000_000);
    expect(await pilot()).not.toHaveProperty('overGrantCents');
    await spend(100_000, { overrideReason: 'La differenza la mette il Comune' });
    expect(await pilot()).toMatchObject({ spentCents: 3_100_000, overGrantCents: 100_000 });
    await expect(t.client.pilots.remove({ id: pilotId })).rejects.toMatchObject({
      code: 'pilot_in_use',
    });
  });

  test('has milestones that go and come back with it, and no money of another programme', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'consolidate');
    const { id: other } = await startProgramme(t, 'consolidate', 'Un altro');
    const details = { programmeId, name: 'Sportello unico', grantCents: 3_000_000 };
    const { id: pilotId } = await t.client.pilots.save({ details });
    const step = { kind: 'milestone', pilotId, what: 'Stanza trovata', owner: 'Giulia' } as const;
    await t.client.undertakings.save({ details: { ...step, dueOn: TODAY } });
    const spend = t.client.ledgerEntries.save({
      ledger: { programmeId: other },
      details: { line: 'pilot', state: 'planned', cents: 100, on: TODAY, pilotId },
    });
    await expect(spend).rejects.toMatchObject({ code: 'not_found' });
    await t.client.pilots.remove({ id: pilotId });
    expect((await t.client.undertakings.list({})).items).toEqual([]);
    await t.client.pilots.restore({ id: pilotId });
    expect((await t.client.undertakings.list({ programmeId })).items).toMatchObject([
      { pilotName: 'Sportello unico' },
    ]);
  });
});

describe('agreements', () => {
  test('with one body follow each other, and the directory knows the one that holds', async () => {
    const t = await openCore({ today: TODAY });
    const { id: personId } = await t.client.people.create(aPerson());
    const { id: organisationId } = await t.client.organisations.save(anOffice());
    await t.client.consents.give({ personId, details: aReferralConsent(organisationId) });
    await issueLetter(t.client, { personId, details: aLetter(organisationId) });
    const agree = (title: string, signedOn: string, expiresOn: string) =>
      t.client.agreements.save({ details: { organisationId, title, signedOn, expiresOn } });
    await agree('Il primo', '2025-01-01', '2026-11-30');
    const ending = async () =>
      (await t.client.today.get({})).items.filter(({ kind }) => kind === 'agreementEnding');
    expect(await ending()).toMatchObject([
      { due: '2026-11-30', about: 'Comune di Prova · Il primo' },
    ]);
    await agree('Rinnovato', '2026-11-01', '2027-10-31');
    expect(await ending()).toEqual([]);
    const { items } = await t.client.agreements.list({ organisationId });
    expect(items).toMatchObject([
      { details: { title: 'Il primo' }, referralsSince: 1 },
      { details: { title: 'Rinnovato' }, referralsSince: 1 },
    ]);
    expect((await t.client.organisations.get({ id: organisationId })).organisation).toMatchObject({
      agreement: { signedOn: '2026-11-01', expiresOn: '2027-10-31' },
    });
  });
});

describe('the entry of an association', () => {
  const association = {
    foundedByMigrants: false,
    members: { all: 100, migrants: 40 },
    board: { all: 5, migrants: 3 },
    communities: ['SOM', 'easternAfrica'],
    fields: ['women'],
    legalForm: 'aps',
    reach: 'municipal',
    registered: { number: 'A/1' },
  };
  const entry = anOffice({
    kind: 'migrantAssociation',
    name: 'Donne del Porto',
    contacts: [{ name: 'Hodan Abdi', role: 'Presidente', body: 'board' }],
    association,
  });

  test('leaves for the portal with why it counts, and names nobody', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await t.client.organisations.save(entry);
    expect((await t.client.organisations.get({ id })).organisation).toMatchObject({
      contacts: entry.contacts,
      association,
    });
    const file = { id, language: 'it', format: 'xlsx' } as const;
    const bytes = await t.saved((grant) => t.client.portalEntries.save({ ...file, grant }));
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    const said = Object.fromEntries((sheet?.data ?? []).map(([label, value]) => [label, value]));
    expect(said).toMatchObject({
      Nome: 'Donne del Porto',
      'Comunità di riferimento': 'Somalia, Africa orientale',
      Soci: 'Da 51 a 100 soci',
      'Per quale motivo': 'maggioranza del direttivo',
    });
    expect(JSON.stringify(said)).not.toContain('Hodan');
  });

  test('is ours once', async () => {
    const t = await openCore({ today: TODAY });
    const ours = { ...entry, association: { ...association, isOurs: true } };
    const { id } = await t.client.organisations.save(ours);
    await expect(t.client.organisations.save(ours)).rejects.toMatchObject({
      code: 'ours_already',
    });
    expect((await t.client.organisations.list({})).items).toHaveLength(1);
    await t.client.organisations.save({ ...ours, id, revision: 1 });
  });
});
