import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadIndicators } from '#core/indicators/load-indicators.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { countingAgeOn, partialDate } from '#domain/dates/partial-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { ageAxis, pieceOf } from '#domain/reports/age-axis.ts';
import { root } from '../rules/source-files.ts';
import {
  aName,
  anOffice,
  aPerson,
  aReferralConsent,
  aService,
  aSession,
} from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { lettingIn, startProgramme } from '../support/programmes.ts';
import { aDocument } from '../support/record-factories.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const period = { from: '2026-07-01', to: '2026-09-30' };
const before = '2026-06-30';
const within = '2026-08-15';
const after = '2026-10-01';

/** Nobody is anything but what a test says. */
const bare: Partial<PersonDetails> = {
  legalStatus: undefined,
  nationalities: [],
  birth: undefined,
};

async function aRegister() {
  const t = await openCore({ today: '2026-06-01' });
  const person = async (name: string, more: Partial<PersonDetails> = {}) => {
    const details = aPerson({ names: [aName(name, 'Prova')], ...bare, ...more });
    t.setToday('2026-06-01');
    const { id } = await t.client.people.create(details);
    t.setToday('2026-11-21');
    return id;
  };
  const { user } = await t.client.vault.session({});
  const served = (personId: string, type: string, doneOn: string, more = {}) =>
    t.client.services.save({ personId, details: aService(user.id, { type, doneOn, ...more }) });
  return { t, person, served };
}

/** Who is behind an indicator, by given name. */
async function behind(t: OpenCore, id: string, place: Record<string, string> = {}) {
  const list = id.split('-')[0] ?? '';
  const plan = { list, tables: [], indicators: [id] };
  const { people } = await t.client.figures.open({
    period,
    plan,
    place: { [id]: 'yes', ...place },
  });
  return people.map(({ listedName }) => listedName.replace(/,? ?Prova,? ?/, '')).sort();
}

describe('people counted by hand', () => {
  test('services count when somebody was there, in the period, alone or in a group', async () => {
    const { t, person, served } = await aRegister();
    await served(await person('Lezione'), 'ITA', within);
    await served(await person('PrimoGiorno'), 'ITA', period.from);
    await served(await person('UltimoGiorno'), 'ITA', period.to);
    await served(await person('Prima'), 'ITA', before);
    await served(await person('Dopo'), 'ITA', after);
    await served(await person('NonVenuta'), 'ITA', within, { attendance: 'noShow' });
    await served(await person('Legale'), 'LEG', within);
    const inGroup = await person('InGruppo');
    const absent = await person('Assente');
    await t.client.sessions.save({
      details: aSession({ type: 'ITA', heldOn: within }),
      participants: [
        { personId: inGroup, attendance: 'present' },
        { personId: absent, attendance: 'absent' },
      ],
    });
    const language = ['InGruppo', 'Lezione', 'PrimoGiorno', 'UltimoGiorno'];
    expect(await behind(t, 'AMIF-O.2.3.1')).toEqual(language);
    expect(await behind(t, 'AMIF-O.1.1.1')).toEqual(['Legale']);
    expect(await behind(t, 'AMIF-O.1.1.2')).toEqual(language);
    expect(await behind(t, 'AMIF-O.2.3')).toEqual([...language, 'Legale'].sort());
  });

  test('ages count in the bands of the report: sixty is 18-60 for AMIF and 60+ for UNHCR', async () => {
    const { t, person, served } = await aRegister();
    const born = (year: number, month?: number, day?: number): Partial<PersonDetails> => ({
      birth: { year, ...(month ? { month } : {}), ...(day ? { day } : {}), certainty: 'declared' },
    });
    const people = {
      Sessanta: born(1966, 9, 30),
      NonAncora: born(1966, 10, 1),
      SessantUno: born(1965, 9, 30),
      Minore: born(2008, 10, 1),
      Diciotto: born(2008, 9, 30),
      SoloAnno: born(2008),
      SenzaEta: {},
    };
    for (const [name, more] of Object.entries(people)) {
      await served(await person(name, more), 'EMG', within);
    }
    const amif = (ageBand: string) => behind(t, 'AMIF-O.2.3', { ageBand });
    expect(await amif('18-60')).toEqual(['Diciotto', 'NonAncora', 'Sessanta', 'SoloAnno']);
    expect(await amif('61+')).toEqual(['SessantUno']);
    expect(await amif('0-17')).toEqual(['Minore']);
    expect(await amif('unknown')).toEqual(['SenzaEta']);
    const unhcr = (ageBand: string) => behind(t, 'UNHCR-8.1', { ageBand });
    expect(await unhcr('60+')).toEqual(['Sessanta', 'SessantUno'].sort());
    expect(await unhcr('18-59')).toEqual(['Diciotto', 'NonAncora', 'SoloAnno']);
    expect(await behind(t, 'ESF-EECO06')).toEqual(['Minore']);
    expect(await behind(t, 'ESF-EECO07')).toEqual(['Diciotto', 'SoloAnno']);
    expect(await behind(t, 'ESF-EECO08')).toEqual(['NonAncora', 'SessantUno', 'Sessanta']);
  });

  test('status, nationality, schooling, work and home as they are on record', async () => {
    const { t, person } = await aRegister();
    await person('Rifugiata', { legalStatus: 'refugee', nationalities: ['SOM'] });
    await person('Richiedente', { legalStatus: 'asylumSeeker', nationalities: ['ROU', 'MDA'] });
    const worker = await person('Lavora');
    await t.client.work.save({ personId: worker, details: { status: 'unemployed', isNow: false } });
    await t.client.work.save({ personId: worker, details: { status: 'partTime', isNow: true } });
    const seeker = await person('Cerca', { birth: { year: 1990, certainty: 'declared' } });
    await t.client.work.save({
      personId: seeker,
      details: { status: 'unemployedRegistered', isNow: true },
    });
    const schooled = await person('Laureata');
    for (const level of ['isced-3', 'isced-6', 'isced-9']) {
      await t.client.education.save({ personId: schooled, details: { level, titleHeld: 'held' } });
    }
    const housed = await person('InCasa');
    await t.client.housing.save({
      personId: housed,
      details: { situation: 'ethos-2', toOn: before },
    });
    await t.client.housing.save({
      personId: housed,
      details: { situation: 'rentInOwnName', fromOn: '2026-03-01' },
    });
    const street = await person('InStrada');
    await t.client.housing.save({ personId: street, details: { situation: 'ethos-1' } });
    expect(await behind(t, 'UNHCR-2.2.base')).toEqual(['Richiedente']);
    expect(await behind(t, 'ESF-EECO13')).toEqual(['Rifugiata']);
    expect(await behind(t, 'ESF-EECO05')).toEqual(['Lavora']);
    expect(await behind(t, 'ESF-EECO02')).toEqual(['Cerca']);
    expect(await behind(t, 'UNHCR-13.3')).toEqual(['Cerca']);
    expect(await behind(t, 'ESF-EECO11')).toEqual(['Laureata']);
    expect(await behind(t, 'ESF-EECO10')).toEqual([]);
    expect(await behind(t, 'ESF-EECO16')).toEqual(['InStrada']);
    expect(await behind(t, 'UNHCR-16.1')).toEqual(['InCasa']);
  });

  test('papers, decisions, needs and reception in force or in the period', async () => {
    const { t, person } = await aRegister();
    const holds = async (name: string, more: Parameters<typeof aDocument>[0]) =>
      t.client.identityDocuments.save({ personId: await person(name), details: aDocument(more) });
    await holds('ConPermesso', { expiry: 'known', expiresOn: '2027-01-01' });
    await holds('Scaduto', { expiry: 'known', expiresOn: within });
    await holds('Perso', { state: 'lost' });
    await holds('ChiesteUE', { state: 'askedFor', title: 'UE', askedOn: within });
    await holds('ChiestePrima', { state: 'askedFor', title: 'UE', askedOn: before });
    const status = async (name: string, decidedOn: string, decision: 'granted' | 'refused') =>
      t.client.legalStatusPeriods.save({
        personId: await person(name),
        details: { status: 'refugee', decision, decidedOn },
      });
    await status('Riconosciuta', within, 'granted');
    await status('RiconosciutaPrima', before, 'granted');
    await status('Negata', within, 'refused');
    const need = async (name: string, code: string) =>
      t.client.specificNeeds.record({
        personId: await person(name),
        need: { code, recordedOn: '2026-06-01' },
      });
    await need('Disabile', 'DS-PM');
    await need('SottoChiave', 'SV-VF');
    await need('Genitore', 'SP-PT');
    const child = { birth: { year: 2012, certainty: 'declared' } } as const;
    await person('Sola', { ...child, legalStatus: 'unaccompaniedMinor' });
    const stay = async (name: string, type: string, fromOn: string, toOn?: string) =>
      t.client.receptionStays.save({
        personId: await person(name, { ...child, legalStatus: 'unaccompaniedMinor' }),
        details: { type, fromOn, ...(toOn ? { toOn } : {}) },
      });
    await stay('InComunita', 'minorsCommunity', '2026-01-01');
    await stay('UscitaPrima', 'minorsCommunity', '2026-01-01', before);
    expect(await behind(t, 'UNHCR-1.3')).toEqual(['ConPermesso']);
    expect(await behind(t, 'AMIF-R.2.11')).toEqual(['ChiesteUE']);
    expect(await behind(t, 'UNHCR-4.3b')).toEqual(['Riconosciuta']);
    expect(await behind(t, 'AGD-disability')).toEqual(['Disabile']);
    expect(await behind(t, 'AGD-needs')).toEqual(['Disabile', 'Genitore', 'SottoChiave']);
    expect(await behind(t, 'MSNA-presenti')).toEqual(['InComunita', 'Sola', 'UscitaPrima']);
    expect(await behind(t, 'MSNA-inAccoglienza')).toEqual(['InComunita']);
  });

  test('referrals, exits and follow-ups in the period', async () => {
    const { t, person } = await aRegister();
    const { id: lawyer } = await t.client.organisations.save(
      anOffice({ kind: 'lawyer', name: 'Studio legale' }),
    );
    const sent = async (name: string, on: string) => {
      const personId = await person(name, { legalStatus: 'asylumSeeker' });
      const consent = aReferralConsent(lawyer, { givenOn: '2026-06-01' });
      await t.client.consents.give({ personId, details: consent });
      await t.client.referrals.create({
        personId,
        details: { organisationId: lawyer, urgency: 'normal' },
        sent: { on, way: 'byHand' },
      });
    };
    await sent('DallAvvocato', within);
    await sent('DallAvvocatoPrima', before);
    const { id: programmeId } = await startProgramme(t, 'spazio-comune');
    const left = async (name: string, status: string, leftOn: string) => {
      const personId = await person(name, { legalStatus: 'refugee' });
      await t.client.work.save({ personId, details: { status, isNow: true } });
      const { id } = await t.client.enrolments.create({
        ...lettingIn(programmeId, personId),
        enrolledOn: '2026-06-01',
        overrideReason: 'Per la prova',
      });
      await t.client.enrolments.close({ id, leftOn, exit: 'goalsReached' });
      return id;
    };
    await left('UscitaOccupata', 'permanent', within);
    await left('UscitaPrima', 'permanent', before);
    await left('UscitaInCerca', 'unemployed', within);
    expect(await behind(t, 'UNHCR-2.2')).toEqual(['DallAvvocato']);
    expect(await behind(t, 'ESF-EECR04')).toEqual(['UscitaOccupata']);
    expect(await behind(t, 'ESF-EECR01')).toEqual(['UscitaInCerca']);
  });

  test('what AMIF asks for at the end: a better level, what people say, titles to be recognised', async () => {
    const { t, person, served } = await aRegister();
    const { id: programmeId } = await startProgramme(t, 'spazio-comune');
    type Level = 'A1' | 'A2' | 'B1';
    const speaking = (name: string, level?: Level) =>
      aPerson({
        ...bare,
        names: [aName(name, 'Prova')],
        languages: [
          {
            language: 'ita',
            level: 'basic',
            needsInterpreter: false,
            ...(level ? { cefr: { level, source: 'test' } } : {}),
          },
        ],
      });
    const left = async (
      name: string,
      { levels, ...leaving }: { levels: [Level?, Level?]; leftOn: string; foundHelpful?: boolean },
    ) => {
      const personId = await person(name, speaking(name, levels[0]));
      const { id } = await t.client.enrolments.create({
        ...lettingIn(programmeId, personId),
        enrolledOn: '2026-06-01',
        overrideReason: 'Per la prova',
      });
      const { revision } = await t.client.people.get({ id: personId });
      await t.client.people.update({ id: personId, revision, details: speaking(name, levels[1]) });
      await t.client.enrolments.close({ id, exit: 'goalsReached', ...leaving });
      return { id, personId };
    };
    const lesson = async ({ personId }: { personId: string }) => served(personId, 'ITA', within);
    const better = await left('Meglio', {
      levels: ['A1', 'A2'],
      leftOn: within,
      foundHelpful: true,
    });
    await lesson(better);
    await left('SenzaLezioni', { levels: ['A1', 'B1'], leftOn: within, foundHelpful: false });
    await lesson(await left('Uguale', { levels: ['A2', 'A2'], leftOn: within }));
    await lesson(await left('Peggio', { levels: ['B1', 'A2'], leftOn: within }));
    await lesson(await left('SenzaPrima', { levels: [undefined, 'B1'], leftOn: within }));
    await lesson(await left('Prima', { levels: ['A1', 'A2'], leftOn: before, foundHelpful: true }));
    expect(await behind(t, 'AMIF-R.2.8')).toEqual(['Meglio']);
    // Upon leaving the course: whoever stays in the programme counts once there are no more lessons.
    const stays = async (name: string, lastLesson: string) => {
      const one = await left(name, { levels: ['A1', 'A2'], leftOn: within });
      await t.client.enrolments.reopen({ id: one.id });
      await served(one.personId, 'ITA', lastLesson);
    };
    await stays('Resta', within);
    await stays('StudiaAncora', '2026-09-20');
    expect(await behind(t, 'AMIF-R.2.8')).toEqual(['Meglio', 'Resta']);
    expect(await behind(t, 'AMIF-R.2.9')).toEqual(['Meglio']);
    const kept = await t.client.enrolments.get({ id: better.id });
    expect(kept.foundHelpful).toBe(true);
    expect(kept.facts).toContainEqual({ fact: 'italianLevel', before: 'A1', after: 'A2' });
    // What somebody said stays said, also when they come back; and nobody has to leave to say it.
    await t.client.enrolments.reopen({ id: better.id });
    expect(await behind(t, 'AMIF-R.2.9')).toEqual(['Meglio']);
    await t.client.enrolments.recordOpinion({ id: better.id, foundHelpful: null });
    expect(await behind(t, 'AMIF-R.2.9')).toEqual([]);
    await t.client.enrolments.recordOpinion({ id: better.id, foundHelpful: true });
    expect(await behind(t, 'AMIF-R.2.9')).toEqual(['Meglio']);
    const title = async (name: string, country: string | undefined, askedOn?: string) =>
      t.client.education.save({
        personId: await person(name),
        details: {
          level: 'isced-6',
          titleHeld: 'held',
          ...(country ? { country } : {}),
          ...(askedOn ? { recognition: 'underWay', recognitionAskedOn: askedOn } : {}),
        },
      });
    await title('Chiesto', 'SYR', within);
    await title('ChiestoPrima', 'SYR', before);
    await title('InEuropa', 'FRA', within);
    await title('NonSiSaDove', undefined, within);
    await title('MaiChiesto', 'SYR');
    expect(await behind(t, 'AMIF-R.2.10')).toEqual(['Chiesto']);
  });

  test('who in the SAI has a vulnerability, of any kind and also a sealed one', async () => {
    const { t, person } = await aRegister();
    const somebody = async (name: string, code?: string, type = 'saiOrdinary') => {
      const personId = await person(name);
      const stay = { type, fromOn: '2026-06-01' };
      await t.client.receptionStays.save({ personId, details: stay });
      if (code) {
        const need = { code, recordedOn: '2026-06-01' };
        await t.client.specificNeeds.record({ personId, need });
      }
    };
    await somebody('Sotto', 'SV-VF');
    await somebody('Disabile', 'DS-PS');
    await somebody('Nessuna');
    await somebody('Altrove', 'DS-PS', 'cas');
    expect(await behind(t, 'SAI-vulnerabili')).toEqual(['Disabile', 'Sotto']);
    expect(await behind(t, 'SAI-disabilita')).toEqual(['Disabile']);
  });
});

test('an age is the same in the register as everywhere else in the program', async () => {
  const t = await openCore({ today: '2026-01-01' });
  const day = (year: number) =>
    fc
      .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
      .map(({ month, day: of }) => ({ year, month, day: of }));
  const births = fc.integer({ min: 1930, max: 2020 }).chain((year) =>
    fc.oneof(
      day(year),
      fc.constant({ year, month: 2, day: 29 }),
      fc.constant({ year }),
      fc.integer({ min: 1, max: 12 }).map((month) => ({ year, month })),
      fc.integer({ min: 1, max: 5 }).map((more) => ({ year, lastYear: year + more })),
    ),
  );
  const known = fc
    .sample(births, { numRuns: 60, seed: 7 })
    .map((one) => partialDate.safeParse({ ...one, certainty: 'declared' }))
    .flatMap(({ data }) => (data ? [data] : []));
  expect(known.length).toBeGreaterThan(40);
  for (const [at, birth] of known.entries()) {
    await t.client.people.create(aPerson({ names: [aName(`P${at}`, 'Prova')], birth }));
  }
  const { lists } = loadResources(join(root, 'resources')).indicators();
  for (const to of ['2026-02-28', '2027-02-28', '2028-02-29', '2026-07-01', '2026-12-31']) {
    for (const list of lists.values()) {
      const axis = ageAxis(list.ageBands);
      const counts = new Map<string, number>();
      for (const birth of known) {
        const piece = pieceOf(countingAgeOn(birth, to), axis);
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
      }
      for (const ageBand of axis.printed) {
        const { people } = await t.client.figures.open({
          period: { from: '2026-01-01', to },
          plan: { list: list.code, tables: [{ rows: 'ageBand' }], indicators: [] },
          place: { ageBand },
        });
        expect(people.length, `${list.code} ${ageBand} ${to}`).toBe(counts.get(ageBand) ?? 0);
      }
    }
  }
});

describe('lists of indicators', () => {
  const resources = loadResources(join(root, 'resources'));

  test('say of every indicator where it is from, and either its formula or why there is none', () => {
    const { lists, byId } = resources.indicators();
    expect([...lists.keys()].sort()).toEqual(['4W', 'AGD', 'AMIF', 'ESF', 'MSNA', 'SAI', 'UNHCR']);
    // Annex VIII has 19 of objective (a), 16 of (b) and 5 of (d), with their "of which".
    const amif = lists.get('AMIF')?.indicators.map(({ code }) => code) ?? [];
    expect(amif.filter((code) => code[2] === '1')).toHaveLength(14);
    expect(amif.filter((code) => code[2] === '2')).toHaveLength(14);
    expect(amif.filter((code) => code[2] === '4')).toHaveLength(5);
    expect([...byId.values()].filter(({ formula }) => formula).length).toBeGreaterThan(45);
  });

  const amif = resources.indicators().lists.get('AMIF');
  const first = amif?.indicators[0];
  test.each([
    ['a service that is in no list', { formula: { is: 'served', services: ['XXX'] } }],
    ['a need that is sealed', { formula: { is: 'need', codes: ['SV-VF'] } }],
    ['a condition that is none', { formula: { is: 'sql', text: 'DROP TABLE person' } }],
    ['nothing to compute and no reason', { formula: undefined }],
    ['a part of what is not there', { partOf: 'AMIF-nothing' }],
    ['a formula that does not count people', { unit: 'places' }],
  ])('are refused with %s', async (_, more) => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    const list = { ...amif, indicators: [{ ...first, ...more }] };
    await writeFile(join(folder, 'list.json'), JSON.stringify(list));
    expect(() => loadIndicators(folder, resources.vocabularies)).toThrow();
    await writeFile(join(folder, 'list.json'), JSON.stringify({ ...amif, indicators: [first] }));
    expect(() => loadIndicators(folder, resources.vocabularies)).not.toThrow();
  });

  test('are refused with ages that nobody is in', async () => {
    const folder = await temporaryFolder();
    const ageBands = [
      { code: '0-17', from: 0, to: 17 },
      { code: '19+', from: 19 },
    ];
    await writeFile(join(folder, 'list.json'), JSON.stringify({ ...amif, ageBands }));
    expect(() => loadIndicators(folder, resources.vocabularies)).toThrow('leave somebody out');
  });
});
