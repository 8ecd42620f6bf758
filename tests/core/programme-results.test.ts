import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createClient } from '#api/client.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { aName, anOffice, aPerson, aReferralConsent, aService } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { asVolunteer, startProgramme } from '../support/programmes.ts';
import { aDocument } from '../support/record-factories.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Somebody in a programme since a day, whatever its rules say. */
async function inSince(
  t: OpenCore,
  programmeId: string,
  enrolledOn: string,
  more: Partial<PersonDetails> = {},
) {
  const { id: personId } = await t.client.people.create(aPerson(more));
  const { id: enrolmentId } = await t.client.enrolments.create({
    programmeId,
    personId,
    enrolledOn,
    overrideReason: 'Per la prova',
  });
  return { personId, enrolmentId };
}

const resultsOf = (t: OpenCore, id: string, period: { from?: string; to?: string } = {}) =>
  t.client.programmeResults.get({ id, ...period });

const valuesOf = async (t: OpenCore, id: string, period = {}) => {
  const { indicators } = await resultsOf(t, id, period);
  return Object.fromEntries(indicators.map(({ code, value }) => [code, value]));
};

const behind = async (t: OpenCore, id: string, figure: string) => {
  const { people } = await t.client.programmeResults.open({ id, figure });
  return people.map(({ listedName }) => listedName);
};

const named = (family: string) => ({ names: [aName('Prova', family)] });

/** Sent to an office, which took them on some days later. */
async function activated(t: OpenCore, personId: string, on: readonly string[]) {
  for (const day of on) {
    const { id: organisationId } = await t.client.organisations.save(
      anOffice({ name: `Ufficio ${day}` }),
    );
    const consent = aReferralConsent(organisationId, { givenOn: '2026-01-01' });
    await t.client.consents.give({ personId, details: consent });
    const { id } = await t.client.referrals.create({
      personId,
      details: { organisationId, urgency: 'normal' },
      sent: { on: '2026-06-01', way: 'byHand' },
    });
    const step = { to: 'accepted', on: day } as const;
    const { referral } = await t.client.referrals.get({ id });
    await t.client.referrals.record({ id, revision: referral.revision, step });
  }
}

describe('target and reached', () => {
  test('FRA NOI 2: three people with five services activated, and the median of their days', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const { id } = await startProgramme(t, 'fra-noi-2', 'FRA NOI 2');
    const days = [['2026-06-11', '2026-07-01'], ['2026-06-21', '2026-09-01'], ['2026-08-30']];
    for (const on of days) {
      const { personId } = await inSince(t, id, '2026-06-01');
      await activated(t, personId, on);
    }
    const { indicators, firstActivated, offices, overridden } = await resultsOf(t, id);
    expect(firstActivated).toMatchObject({ joined: 3, had: 3, items: 5, medianDays: 20 });
    expect(overridden).toBe(3);
    expect(indicators).toMatchObject([
      { code: 'enrolled', unit: 'persons', value: 3, target: 450 },
      { code: 'daysToServices', unit: 'days', value: 20 },
      { code: 'autonomy', unit: 'persons', value: 0 },
      { code: 'agreements', unit: 'items', value: 0 },
    ]);
    expect(offices).toHaveLength(5);
    expect(offices[0]).toMatchObject({ sent: 1, accepted: 1, concluded: 0 });
    // In a part of the time only what happened in it.
    expect(await valuesOf(t, id, { from: '2026-07-01', to: '2026-07-31' })).toMatchObject({
      enrolled: 0,
      daysToServices: null,
    });
  });

  test('IN.CO.NT.RO: meetings, associations that came and what they asked for, and agreements', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const { id: programmeId } = await startProgramme(t, 'incontro', 'IN.CO.NT.RO');
    const ids = [];
    for (const name of ['Uno', 'Due']) {
      ids.push((await t.client.organisations.save(anOffice({ name }))).id);
    }
    const [first = '', second = ''] = ids;
    const meeting = (heldOn: string, associationIds: string[], needs: string[]) =>
      t.client.communityMeetings.save({
        details: {
          programmeId,
          community: 'MAR',
          heldOn,
          associationIds,
          needs: needs.map((need) => ({ need })),
        },
      });
    const { items } = (await t.client.vocabularies.get({})).communityNeeds;
    const need = items[0]?.code ?? '';
    await meeting('2026-02-01', [first], [need, need]);
    await meeting('2026-03-01', [first, second], [need]);
    const { indicators } = await resultsOf(t, programmeId);
    expect(indicators.map(({ code, value, target }) => [code, value, target])).toEqual([
      ['meetings', 2, 16],
      ['associations', 2, 160],
      ['needs', 3, undefined],
    ]);
    expect(await valuesOf(t, programmeId, { from: '2026-01-01', to: '2026-02-28' })).toEqual({
      meetings: 1,
      associations: 1,
      needs: 2,
    });
  });

  test('Doti 2012: the whole grant and those who got one give the mean', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const { id } = await startProgramme(t, 'doti-2012', 'Doti');
    const granted = async () => {
      const { enrolmentId } = await inSince(t, id, '2026-06-01');
      await t.client.enrolments.record({
        id: enrolmentId,
        stage: 'planSigned',
        reachedOn: '2026-06-02',
      });
    };
    await inSince(t, id, '2026-06-01');
    expect(await valuesOf(t, id)).toEqual({ grants: 0, mean: null });
    await granted();
    await granted();
    // 5,498,000 euros; whoever signed a plan passed the stage before it.
    expect(await valuesOf(t, id)).toEqual({ grants: 2, mean: 274_900_000 });
  });

  test('counts stages, those of a period, and whoever waits for a place not at all', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const { id } = await startProgramme(t, 'malaika', 'MALAIKA');
    const one = await inSince(t, id, '2026-02-01', named('Uno'));
    const two = await inSince(t, id, '2026-03-01', named('Due'));
    const waiting = await t.client.people.create(aPerson(named('Attesa')));
    await t.client.enrolments.create({
      programmeId: id,
      personId: waiting.id,
      enrolledOn: '2026-03-01',
      isWaiting: true,
    });
    const reach = (enrolmentId: string, stage: string, reachedOn: string) =>
      t.client.enrolments.record({ id: enrolmentId, stage, reachedOn });
    await reach(one.enrolmentId, 'phaseTwo', '2026-04-10');
    await reach(one.enrolmentId, 'closed', '2026-07-10');
    await reach(two.enrolmentId, 'phaseOne', '2026-04-10');
    expect(await valuesOf(t, id)).toEqual({ women: 2, phaseTwo: 1 });
    expect(await behind(t, id, 'indicator:phaseTwo')).toEqual(['Uno Prova']);
    const spring = { from: '2026-03-01', to: '2026-06-30' };
    expect(await valuesOf(t, id, spring)).toEqual({ women: 1, phaseTwo: 1 });
    const autumn = { from: '2026-07-01', to: '2026-09-30' };
    expect(await valuesOf(t, id, autumn)).toEqual({ women: 0, phaseTwo: 0 });
    await expect(
      t.client.programmeResults.open({ id, figure: 'indicator:nothing' }),
    ).rejects.toMatchObject({ code: 'unknown_code' });
    const { items } = await t.client.audit.list({ offset: 0, limit: 10 });
    expect(items.map(({ action }) => action)).toContain('programmeResults.open');
  });

  test('is compared with what the association promised, which it can change', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const { id } = await startProgramme(t, 'malaika', 'MALAIKA');
    await t.client.programmeTargets.save({ id, targets: { women: null, phaseTwo: 12 } });
    const { indicators } = await resultsOf(t, id);
    expect(indicators.map(({ code, target }) => [code, target])).toEqual([
      ['women', undefined],
      ['phaseTwo', 12],
    ]);
    await expect(
      t.client.programmeTargets.save({ id, targets: { other: 1 } }),
    ).rejects.toMatchObject({ code: 'unknown_code' });
    await asVolunteer(t);
    await expect(resultsOf(t, id)).rejects.toMatchObject({ code: 'role_missing' });
  });
});

describe('what blocks people', () => {
  test('is read from what the register holds, of those inside and waiting', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const { user } = await t.client.vault.session({});
    const { id } = await startProgramme(t, 'fra-noi-2', 'FRA NOI 2');
    const somali = [{ language: 'som', level: 'native' as const, needsInterpreter: true }];
    const held = async (family: string, more: Partial<PersonDetails>, document?: object) => {
      const found = await inSince(t, id, '2026-06-01', {
        languages: [],
        ...named(family),
        ...more,
      });
      if (document) {
        await t.client.identityDocuments.save({
          personId: found.personId,
          details: aDocument(document),
        });
      }
      return found;
    };
    const good = { state: 'issued', expiry: 'known', expiresOn: '2027-05-01' };
    const interpreted = await held('Interpretata', { languages: somali }, good);
    await held('Senza', { languages: somali }, good);
    await held('Scaduto', {}, { ...good, expiresOn: '2026-05-01' });
    await held('Rinnovo', {}, { ...good, state: 'underRenewal', expiresOn: '2026-05-01' });
    await held('Chiesto', {}, { state: 'askedFor', askedOn: '2026-10-01' });
    await held('Cittadina', { legalStatus: 'italianCitizen' });
    const gone = await held('Uscita', {});
    await t.client.enrolments.close({
      id: gone.enrolmentId,
      leftOn: '2026-10-01',
      exit: 'lostContact',
      foundHelpful: true,
    });
    await t.client.services.save({
      personId: interpreted.personId,
      details: aService(user.id, { doneOn: '2026-11-20', mediator: 'Ayaan' }),
    });
    const { blocked, disengaged, outcomes, firstService } = await resultsOf(t, id);
    expect(blocked.people).toBe(6);
    expect(blocked.papers).toEqual([
      { code: 'permitExpired', count: 1 },
      { code: 'noPermit', count: 1 },
      { code: 'paperAwaited', count: 1 },
    ]);
    expect(await behind(t, id, 'paper:permitExpired')).toEqual(['Scaduto Prova']);
    expect(await behind(t, id, 'paper:noPermit')).toEqual(['Chiesto Prova']);
    expect(blocked.interpreter).toEqual({ needed: 2, none: 1 });
    expect(await behind(t, id, 'noInterpreter')).toEqual(['Senza Prova']);
    expect(blocked.languages).toEqual([{ code: 'som', count: 1 }]);
    expect(blocked.facts.map(({ code }) => code)).toContain('receptionExit');
    expect(outcomes).toEqual({
      left: 1,
      exits: [{ code: 'lostContact', count: 1 }],
      helpful: 1,
      notHelpful: 0,
      notAsked: 0,
    });
    // Files opened today were seen today, whenever their people joined.
    expect(disengaged).toMatchObject({ silent: 1, lost: 1 });
    expect(firstService).toMatchObject({ joined: 7, had: 0 });
  });

  test('counts offices that do not answer, and people nobody has met for long', async () => {
    const t = await openCore({ today: '2026-01-10' });
    const { id } = await startProgramme(t, 'spazio-comune', 'Spazio');
    const { personId } = await inSince(t, id, '2026-01-10', named('Silenzio'));
    const { id: organisationId } = await t.client.organisations.save(anOffice());
    const consent = aReferralConsent(organisationId, { givenOn: '2026-01-10' });
    await t.client.consents.give({ personId, details: consent });
    await t.client.referrals.create({
      personId,
      details: { organisationId, urgency: 'normal' },
      sent: { on: '2026-01-10', way: 'byHand' },
    });
    t.setToday('2026-11-21');
    await inSince(t, id, '2026-11-21', named('Nuova'));
    const { blocked, disengaged } = await resultsOf(t, id);
    expect(blocked.noReply).toEqual({ people: 1, referrals: 1, late: 1, oldestDays: 315 });
    expect(disengaged).toMatchObject({ silent: 1, lost: 0 });
    expect(await valuesOf(t, id)).toMatchObject({ disengaged: 1, referrals: 1 });
    expect(await behind(t, id, 'silent')).toEqual(['Silenzio Prova']);
  });
});

describe('the anonymous report of a programme', () => {
  /** A programme with so many people, some of whom went on to the second phase. */
  async function malaika(t: OpenCore, people: number, further: number) {
    t.setToday('2026-02-01');
    const { id } = await startProgramme(t, 'malaika', 'MALAIKA');
    const inPhaseTwo: string[] = [];
    for (let at = 0; at < people; at += 1) {
      const { enrolmentId } = await inSince(t, id, '2026-02-01', {
        ...named(`N${at}`),
        sex: at % 3 === 0 ? 'unknown' : 'female',
      });
      if (at < further) inPhaseTwo.push(enrolmentId);
    }
    for (let at = 0; at < 6; at += 1) await t.client.people.create(aPerson(named(`Fuori${at}`)));
    t.setToday('2026-11-21');
    for (const enrolmentId of inPhaseTwo) {
      const reachedOn = '2026-04-10';
      await t.client.enrolments.record({ id: enrolmentId, stage: 'phaseTwo', reachedOn });
    }
    return id;
  }
  const period = { from: '2026-01-01', to: '2026-06-30' };
  const offeredPlan = async (t: OpenCore, id: string) => {
    const { programmes } = await t.client.reportPlans.offer({});
    const found = programmes.find((one) => one.id === id);
    if (!found) throw new Error('not offered');
    return found.plan;
  };

  test('counts its own indicators, hides small ones, and opens to the people behind them', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const id = await malaika(t, 14, 3);
    const plan = await offeredPlan(t, id);
    expect(plan.indicators).toEqual(['P.malaika.women', 'P.malaika.phaseTwo']);
    const summary = await t.client.reports.summary({ ...period, plan });
    expect(summary).toMatchObject({ programme: 'MALAIKA', total: 14, everybody: 20 });
    expect(summary.figures.map(({ id, value }) => [id, value])).toEqual([
      ['P.malaika.women', 14],
      ['P.malaika.phaseTwo', null],
    ]);
    const { people } = await t.client.figures.open({
      period,
      plan,
      place: { 'P.malaika.phaseTwo': 'yes' },
    });
    expect(people).toHaveLength(3);
    // Another programme has no such indicator, and without a programme there is nobody to count.
    const { programmeId: _, ...nobody } = plan;
    await expect(t.client.reports.summary({ ...period, plan: nobody })).rejects.toMatchObject({
      code: 'unknown_code',
    });
  });

  test('is protected with what was sent of it before: two people more are not told', async () => {
    const t = await openCore({ today: '2026-11-21' });
    const id = await malaika(t, 14, 6);
    const plan = { ...(await offeredPlan(t, id)), by: [], tables: [{ rows: 'sex' as const }] };
    const sent = await t.client.releases.send({ period, plan, recipient: 'FEI', language: 'it' });
    const kept = await t.client.releases.get({ id: sent.id });
    const told = kept.summary.figures.find((one) => one.id === 'P.malaika.phaseTwo');
    expect(told?.value).toBe(6);
    const { items } = await t.client.enrolments.list({ programmeId: id, offset: 0, limit: 50 });
    const later = items.filter(({ stage }) => stage !== 'phaseTwo').slice(0, 2);
    expect(later).toHaveLength(2);
    for (const { id: enrolmentId } of later) {
      await t.client.enrolments.record({
        id: enrolmentId,
        stage: 'phaseTwo',
        reachedOn: '2026-08-01',
      });
    }
    const longer = { from: period.from, to: '2026-09-30' };
    const second = await t.client.reports.summary({ ...longer, plan });
    expect(second.earlier).toBe(1);
    const figure = second.figures.find((one) => one.id === 'P.malaika.phaseTwo');
    expect(figure?.value).toBeNull();
    const bytes = await t.saved((grant) =>
      t.client.releases.saveFile({ id: sent.id, format: 'json', grant }),
    );
    const file = JSON.parse(new TextDecoder().decode(bytes));
    expect(file.cells['P.malaika.phaseTwo=yes']).toBe(6);
    expect(JSON.stringify(file)).not.toContain(id);
  });
});

test('every indicator of every programme that comes with the program is counted, or says what it waits for', async () => {
  const folder = join(await temporaryFolder(), 'registro');
  const { core } = await openDemoRegister({
    folder,
    people: 40,
    seed: 4,
    today: '2026-11-21',
    ports: nodePorts(),
  });
  onTestFinished(() => core.close());
  const client = createClient(core.dispatch);
  const { items: templates } = await client.programmeTemplates.list({});
  const { items: running } = await client.programmes.list({});
  let reached = 0;
  for (const template of templates) {
    const { id } = await client.programmes.create({ templateCode: template.code, name: 'Prova' });
    const { indicators } = await client.programmeResults.get({ id });
    for (const one of indicators) {
      const isMean = one.unit === 'days' || one.unit === 'cents';
      const isCounted = one.value !== null || isMean;
      expect(`${template.code} ${one.code} ${isCounted !== (one.awaits !== undefined)}`).toBe(
        `${template.code} ${one.code} true`,
      );
    }
  }
  for (const { id } of running) {
    const { indicators, people } = await client.programmeResults.get({ id });
    reached += indicators.filter(({ value }) => (value ?? 0) > 0).length;
    const opened = await client.programmeResults.open({ id, figure: 'people' });
    expect(opened.people).toHaveLength(people);
  }
  expect(reached).toBeGreaterThan(3);
});
