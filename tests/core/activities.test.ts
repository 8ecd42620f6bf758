import { describe, expect, test } from 'vitest';
import {
  aGuest,
  anActivity,
  heldSession,
  lettingBeSeen,
  ofActivity,
  somebody,
} from '../support/activities.ts';
import { anOffice, aReferralConsent } from '../support/factories.ts';
import { type OpenCore, openCore, testPassphrase } from '../support/open-core.ts';
import { textOf } from '../support/pdf-tools.ts';
import { asVolunteer, startProgramme, TODAY } from '../support/programmes.ts';

async function aTraining(t: OpenCore) {
  const { id: programmeId } = await startProgramme(t, 'admin4all', 'ADMIN4ALL');
  const { id } = await t.client.activities.save({ details: anActivity({ programmeId }) });
  return { id, programmeId };
}

/** Domain table, row 5: twenty attendees, fifteen say useful, twelve use it three months later. */
async function twentyAttendees(t: OpenCore, { women = 13 } = {}) {
  const training = await aTraining(t);
  const ids: string[] = [];
  for (let at = 0; at < 20; at++) {
    const sex = at < women ? ('female' as const) : ('male' as const);
    ids.push(await aGuest(t, training.id, { name: `Operatore ${at}`, sex }));
  }
  await heldSession(t, training.id);
  for (const [at, id] of ids.entries()) {
    await t.client.activityParticipants.record({
      id,
      evaluation: { on: '2026-08-20', useful: at >= 5 ? 'yes' : 'partly', satisfaction: 4 },
      followUp: { on: TODAY, usesSkills: at >= 8 ? 'yes' : 'no' },
    });
  }
  return { ...training, ids };
}

describe('a training (domain table, row 5)', () => {
  test('prints 20, 15 and 12 under the codes of AMIF, by sex and age band', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await twentyAttendees(t);
    const period = { from: '2026-08-10', to: '2026-08-20' };
    const summary = await t.client.reports.summary({ ...period, plan: ofActivity(id) });
    expect(summary.total).toBe(20);
    expect(summary.activity).toBe('Accogliere allo sportello');
    expect(summary.figures.map(({ code, value }) => [code, value])).toEqual([
      ['O.1.2', 20],
      ['R.1.5', 15],
      ['R.1.6', 12],
    ]);
    const row = (name: string) => {
      const table = summary.tables.find((one) => one.name === name);
      const cells = table?.rows.find(({ code }) => code === '18-60')?.cells ?? [];
      return Object.fromEntries(cells.map((cell, at) => [table?.columns[at], cell]));
    };
    expect(row('sexByAge')).toEqual({ female: 13, male: 7, all: 20 });
    expect(row('AMIF-R.1.5:ageBand*sex')).toEqual({ female: 8, male: 7, all: 15 });
    expect(row('AMIF-R.1.6:ageBand*sex')).toEqual({ female: 5, male: 7, all: 12 });
    expect(await t.client.activities.figures({ id })).toMatchObject({
      participants: 20,
      useful: 15,
      usesSkills: 12,
      evaluated: 20,
      asked: 20,
      groups: [
        { sex: 'female', band: '18-60', origin: 'italy', people: 13, useful: 8, usesSkills: 5 },
        { sex: 'male', band: '18-60', origin: 'italy', people: 7, useful: 7, usesSkills: 7 },
      ],
    });
  });

  test('is reached by the programme that promised it', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId } = await twentyAttendees(t);
    const period = { from: '2026-01-01', to: TODAY };
    const { indicators } = await t.client.programmeResults.get({ id: programmeId, ...period });
    expect(indicators.map(({ funderCode, value }) => [funderCode, value])).toEqual([
      ['O.1.2', 20],
      ['R.1.5', 15],
      ['R.1.6', 12],
    ]);
  });

  test('hides what would tell of few, and stands in no file it leaves in', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await twentyAttendees(t, { women: 17 });
    const plan = ofActivity(id);
    const period = { from: '2026-08-10', to: '2026-08-20' };
    const summary = await t.client.reports.summary({ ...period, plan });
    expect(summary.hidden.small + summary.hidden.protecting).toBeGreaterThan(0);
    const all = summary.tables.find(({ name }) => name === 'sexByAge')?.rows.at(-1)?.cells;
    expect(all).toEqual([null, null, 20]);
    const sent = await t.client.releases.send({ period, plan, recipient: 'OIM', language: 'it' });
    const bytes = await t.saved((grant) =>
      t.client.releases.saveFile({ id: sent.id, format: 'pdf', grant }),
    );
    const text = await textOf(bytes);
    expect(text).toContain('Accogliere allo sportello');
    expect(text).toContain('O.1.2');
    expect(text).not.toMatch(/Operatore \d/);
    const json = await t.saved((grant) =>
      t.client.releases.saveFile({ id: sent.id, format: 'json', grant }),
    );
    const file = JSON.parse(new TextDecoder().decode(json));
    expect(file.population).toBe('activities');
    expect(file.cells['sex=female']).toBeUndefined();
    expect(file.hidden).toContain('sex=female');
    expect((await t.client.releases.compare({ id: sent.id })).total).toEqual({
      before: 20,
      after: 20,
    });
  });

  test('and one person more after it was sent is not told by the difference', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await twentyAttendees(t);
    const plan = ofActivity(id);
    const period = { from: '2026-08-10', to: '2026-08-20' };
    await t.client.releases.send({ period, plan, recipient: 'OIM', language: 'it' });
    const late = await aGuest(t, id, { name: 'In ritardo', sex: 'male' });
    const { items } = await t.client.sessions.list({});
    const session = await t.client.sessions.get({ id: items[0]?.id ?? '' });
    await t.client.sessions.save({
      id: session.id,
      revision: session.revision,
      details: session.details,
      participants: [],
      guests: [{ participantId: late, attendance: 'present' }],
    });
    await expect(t.client.reports.summary({ ...period, plan })).rejects.toMatchObject({
      code: 'report_refused',
      details: { reason: 'increment_too_small' },
    });
  });

  test('asks three months after its last day, until everybody was asked', async () => {
    const t = await openCore({ today: '2026-11-20' });
    const { id } = await aTraining(t);
    const participantId = await aGuest(t, id);
    const due = async () =>
      (await t.client.today.get({})).items.filter(({ kind }) => kind === 'activityFollowUp');
    expect(await due()).toMatchObject([
      { due: '2026-11-20', opens: { page: 'activity', id }, about: 'Accogliere allo sportello' },
    ]);
    expect((await t.client.activities.get({ id })).followUpOn).toBe('2026-11-20');
    await t.client.activityParticipants.record({
      id: participantId,
      followUp: { on: '2026-11-20', usesSkills: 'noReply' },
    });
    expect(await due()).toEqual([]);
  });
});

describe('an event (domain table, row 15)', () => {
  const counted = [
    { sex: 'female' as const, band: '0-4', origin: 'elsewhere', people: 10 },
    { sex: 'male' as const, band: '5-11', origin: 'elsewhere', people: 20 },
    { sex: 'female' as const, band: '18-59', origin: 'italy', people: 50 },
    { sex: 'male' as const, band: '18-59', origin: 'elsewhere', people: 30 },
    { sex: 'female' as const, band: '60+', origin: 'italy', people: 10 },
  ];

  test('reports 120 participants by sex and age band with no names', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'musa', 'MuS.A.');
    const details = anActivity({ kind: 'festival', title: 'Festa', programmeId, bands: 'UNHCR' });
    const { id } = await t.client.activities.save({ details });
    await t.client.activities.count({ id, counts: counted, scores: [{ score: 5, forms: 30 }] });
    await aGuest(t, id, { name: 'Volontaria di sala', band: 'unknown' }).then((participant) =>
      t.client.activityParticipants.save({
        id: participant,
        activityId: id,
        part: 'volunteer',
        guest: { name: 'Volontaria di sala' },
      }),
    );
    const period = { from: '2026-08-10', to: '2026-08-20' };
    const plan = { ...ofActivity(id), list: 'UNHCR', indicators: [] };
    const summary = await t.client.reports.summary({ ...period, plan });
    expect(summary.total).toBe(120);
    expect(summary.tables[0]?.rows).toEqual([
      { code: '0-4', cells: [10, 0, 10] },
      { code: '5-11', cells: [0, 20, 20] },
      { code: '12-17', cells: [0, 0, 0] },
      { code: '18-59', cells: [50, 30, 80] },
      { code: '60+', cells: [10, 0, 10] },
      { code: 'unknown', cells: [0, 0, 0] },
      { code: 'all', cells: [70, 50, 120] },
    ]);
    const { id: releaseId } = await t.client.releases.send({
      period,
      plan,
      recipient: 'Ministero',
      language: 'it',
    });
    const bytes = await t.saved((grant) =>
      t.client.releases.saveFile({ id: releaseId, format: 'pdf', grant }),
    );
    expect(await textOf(bytes)).not.toContain('Volontaria');
    const shown = await t.client.activities.get({ id });
    expect(shown.satisfaction).toEqual({ mean: 5, forms: 30 });
    expect(await t.client.activities.figures({ id })).toMatchObject({
      participants: 120,
      volunteers: 1,
    });
  });

  test('has nobody as spokesperson without a consent for image and voice', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await t.client.activities.save({ details: anActivity({ kind: 'seminar' }) });
    const personId = await somebody(t);
    const { id: organisationId } = await t.client.organisations.save(anOffice());
    // A consent for a letter says nothing of a newspaper.
    await t.client.consents.give({ personId, details: aReferralConsent(organisationId) });
    const { id: participantId } = await t.client.activityParticipants.save({
      activityId: id,
      personId,
      part: 'participant',
    });
    const speak = () =>
      t.client.activityParticipants.speak({ id: participantId, isSpokesperson: true });
    await expect(speak()).rejects.toMatchObject({ code: 'image_consent_missing' });
    const { id: consentId } = await lettingBeSeen(t, personId);
    await speak();
    const details = {
      outlet: 'Radio di quartiere',
      kind: 'radio',
      on: TODAY,
      participantId,
    } as const;
    await t.client.mediaOutputs.save({ activityId: id, details });
    // Taken back: nothing new names them, and what does is to be asked down.
    await t.client.consents.withdraw({ id: consentId });
    await expect(t.client.mediaOutputs.save({ activityId: id, details })).rejects.toMatchObject({
      code: 'image_consent_missing',
    });
    expect((await t.client.activities.get({ id })).media).toMatchObject([
      { spokesperson: 'Prova Amina', isToBeTakenDown: true },
    ]);
    expect((await t.client.spokespeople.list({})).items).toMatchObject([
      { name: 'Prova Amina', mayBeShown: false, outputs: 1 },
    ]);
  });

  test('nor a guest who signed nothing, or took it back', async () => {
    const t = await openCore({ today: TODAY });
    const { id: activityId } = await t.client.activities.save({
      details: anActivity({ kind: 'campaign' }),
    });
    const id = await aGuest(t, activityId, { name: 'Ospite' });
    const speak = () => t.client.activityParticipants.speak({ id, isSpokesperson: true });
    const sign = (image: object) =>
      t.client.activityParticipants.save({
        id,
        activityId,
        part: 'participant',
        guest: { name: 'Ospite', image: image as never },
      });
    await expect(speak()).rejects.toMatchObject({ code: 'image_consent_missing' });
    await sign({ givenOn: '2026-11-01', way: 'signed', withdrawnOn: '2026-11-10' });
    await expect(speak()).rejects.toMatchObject({ code: 'image_consent_missing' });
    await sign({ givenOn: '2026-11-01', way: 'signed' });
    await speak();
  });
});

describe('a campaign', () => {
  const campaign = anActivity({ kind: 'campaign', title: 'Campagna' });

  test('takes no name from a case file without a consent given for that', async () => {
    const t = await openCore({ today: TODAY });
    const { client } = t;
    const { id: activityId } = await client.activities.save({ details: campaign });
    const personId = await somebody(t);
    const refused = { code: 'campaign_consent_missing' };
    const join = { activityId, personId, part: 'participant' as const };
    await expect(client.activityParticipants.save(join)).rejects.toMatchObject(refused);
    // Nor by the list of a session.
    const details = { type: 'INF', title: 'Stand', heldOn: TODAY };
    const participants = [{ personId, attendance: 'present' as const }];
    await expect(client.sessions.save({ activityId, details, participants })).rejects.toMatchObject(
      refused,
    );
    expect((await client.sessions.list({})).total).toBe(0);
    await lettingBeSeen(t, personId, { purpose: 'testimony' });
    await client.activityParticipants.save(join);
  });

  test('nor does a meeting that becomes one, also of somebody the volunteer does not see', async () => {
    const t = await openCore({ today: TODAY });
    const { client } = t;
    const details = anActivity({ kind: 'meeting' });
    const { id } = await client.activities.save({ details });
    const personId = await somebody(t);
    await client.activityParticipants.save({ activityId: id, personId, part: 'participant' });
    await client.caseAccess.save({ personId, isRestricted: true });
    await asVolunteer(t);
    const { revision, participants } = await client.activities.get({ id });
    expect(participants).toEqual([]);
    await expect(
      client.activities.save({ id, revision, details: { ...details, kind: 'campaign' } }),
    ).rejects.toMatchObject({ code: 'campaign_consent_missing' });
  });
});

describe('somebody on a restricted case', () => {
  test('is seen in no list, count or page of an activity by whoever is not named on it', async () => {
    const t = await openCore({ today: TODAY });
    const { client } = t;
    const { id } = await client.activities.save({ details: anActivity() });
    const personId = await somebody(t, 'Nascosta');
    await lettingBeSeen(t, personId);
    const { id: participantId } = await client.activityParticipants.save({
      activityId: id,
      personId,
      part: 'participant',
    });
    await client.activityParticipants.speak({ id: participantId, isSpokesperson: true });
    await client.mediaOutputs.save({
      activityId: id,
      details: { outlet: 'Radio', kind: 'radio', on: TODAY, participantId },
    });
    await aGuest(t, id, { name: 'Operatrice del Comune' });
    const sessionId = await heldSession(t, id);
    await client.caseAccess.save({ personId, isRestricted: true });
    await asVolunteer(t);
    const shown = await client.activities.get({ id });
    expect(shown.participants.map(({ name }) => name)).toEqual(['Operatrice del Comune']);
    expect(shown.media).toEqual([]);
    expect(shown.sessions).toMatchObject([{ invited: 1, present: 1 }]);
    expect((await client.activities.list({})).items).toMatchObject([{ participants: 1 }]);
    expect((await client.spokespeople.list({})).items).toEqual([]);
    expect((await client.sessions.get({ id: sessionId })).guests).toHaveLength(1);
    for (const call of [
      () => client.activityParticipants.remove({ id: participantId }),
      () => client.activityParticipants.speak({ id: participantId, isSpokesperson: false }),
      () => client.forms.get({ subjectId: participantId, form: { kind: 'certificate' } }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'case_restricted' });
    }
    // A new session expects them all the same.
    const details = { type: 'TRN', title: 'Secondo', heldOn: '2026-08-19' };
    const next = await client.sessions.save({ activityId: id, details, participants: [] });
    await client.vault.lock({});
    await client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    expect((await client.sessions.get({ id: next.id })).participants).toMatchObject([{ personId }]);
  });
});

describe('participants', () => {
  test('get a certificate of the sessions they were at, with or without a case file', async () => {
    const t = await openCore({ today: TODAY });
    const { client } = t;
    const { id: activityId } = await client.activities.save({ details: anActivity() });
    const { id: organisationId } = await client.organisations.save(
      anOffice({ name: 'Comune di Torino' }),
    );
    const guestId = await aGuest(t, activityId, {
      name: 'Maria Conti',
      organisationId,
      office: 'Sportello',
    } as never);
    const personId = await somebody(t);
    const { id: participantId } = await client.activityParticipants.save({
      activityId,
      personId,
      part: 'participant',
    });
    const form = { kind: 'certificate' } as const;
    await expect(client.forms.get({ subjectId: guestId, form })).rejects.toMatchObject({
      code: 'nothing_to_certify',
    });
    await heldSession(t, activityId);
    const text = await textOf((await client.forms.get({ subjectId: guestId, form })).bytes);
    expect(text).toContain('Maria Conti (Sportello, Comune di Torino)');
    expect(text).toContain('Accogliere allo sportello – Primo');
    expect(text).toContain('Ore: 3');
    await client.forms.print({ subjectId: participantId, form });
    const { items } = await client.diary.list({ personId });
    expect(items.map(({ summaryKey }) => summaryKey)).toContain('document.given');
    await client.forms.print({ subjectId: guestId, form });
  });

  test('who were counted by bands keep the activity to those bands', async () => {
    const t = await openCore({ today: TODAY });
    const details = anActivity();
    const { id } = await t.client.activities.save({ details });
    await expect(aGuest(t, id, { band: '18-59' })).rejects.toMatchObject({ code: 'unknown_code' });
    await aGuest(t, id);
    const { revision } = await t.client.activities.get({ id });
    await expect(
      t.client.activities.save({ id, revision, details: { ...details, bands: 'UNHCR' } }),
    ).rejects.toMatchObject({ code: 'bands_in_use' });
  });

  test('are taken out with their attendance and come back with it', async () => {
    const t = await openCore({ today: TODAY });
    const { client } = t;
    const { id: activityId } = await client.activities.save({ details: anActivity() });
    const personId = await somebody(t);
    const { id } = await client.activityParticipants.save({
      activityId,
      personId,
      part: 'participant',
    });
    const sessionId = await heldSession(t, activityId);
    await client.activityParticipants.remove({ id });
    expect((await client.sessions.get({ id: sessionId })).participants).toEqual([]);
    await client.activityParticipants.restore({ id });
    expect((await client.sessions.get({ id: sessionId })).participants).toMatchObject([
      { personId, attendance: 'present' },
    ]);
    await expect(client.activities.remove({ id: activityId })).rejects.toMatchObject({
      code: 'activity_not_empty',
    });
  });
});
