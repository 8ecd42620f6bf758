import {
  aName,
  anOffice,
  aPerson,
  aPlan,
  aReferralConsent,
  aService,
  aSession,
} from '../../support/factories.ts';
import { type OpenCore, openCore } from '../../support/open-core.ts';
import { aContact, aDocument, anAddress, aTie } from '../../support/record-factories.ts';

export type Somebody = 'Ada' | 'Bashir' | 'Cloe' | 'Dan' | 'Emre';
type Ids = Record<Somebody, string>;

/** Opens the files on different days, so that silence and periods have something to tell apart. */
async function registerAll({ client, setToday }: OpenCore): Promise<Ids> {
  const add = async (given: Somebody, openedOn: string, more = {}) => {
    setToday(openedOn);
    return (await client.people.create(aPerson({ names: [aName(given, 'Prova')], ...more }))).id;
  };
  const documented = (year: number, month: number, day: number) => ({
    birth: { year, month, day, certainty: 'documented' as const },
  });
  const ids = {
    Emre: await add('Emre', '2026-01-05', {
      ...documented(1980, 1, 1),
      sex: 'other',
      nationalities: ['TUR'],
      languages: [],
    }),
    Ada: await add('Ada', '2026-01-10', {
      ...documented(1990, 5, 4),
      nationalities: ['SOM', 'ETH'],
      birthCountry: 'ETH',
      originCountry: 'SOM',
      civilStatus: 'widowed',
      literacy: 'none',
      enteredItaly: { year: 2024, certainty: 'declared' },
      arrivalWay: 'corridor',
    }),
    Bashir: await add('Bashir', '2026-11-01', {
      ...documented(2011, 11, 22),
      sex: 'male',
      nationalities: ['AFG'],
      legalStatus: 'unaccompaniedMinor',
      languages: [
        {
          language: 'prs',
          level: 'native',
          needsInterpreter: false,
          cefr: { level: 'C2', source: 'self' },
        },
      ],
      reception: { type: 'saiOrdinary' },
    }),
    Cloe: await add('Cloe', '2026-11-20', {
      birth: { year: 1985, lastYear: 1987, certainty: 'estimated' },
      nationalities: [],
      enteredItaly: { year: 2025, month: 3, day: 9, certainty: 'documented' },
      cameThrough: 'office',
      urgency: 'within72h',
      legalStatus: 'subsidiary',
      languages: [
        {
          language: 'ita',
          level: 'good',
          needsInterpreter: false,
          cefr: { level: 'A2', source: 'test' },
        },
        { language: 'fra', level: 'none', needsInterpreter: false },
      ],
      reception: { type: 'cas', exitOn: '2026-11-20' },
    }),
    Dan: await add('Dan', '2026-11-20', {
      birth: { year: 2015, certainty: 'declared' },
      sex: 'male',
      nationalities: ['SOM'],
      languages: [],
      legalStatus: undefined,
    }),
  };
  setToday('2026-03-01');
  await client.caseFiles.close({ personId: ids.Emre, closedOn: '2026-03-01', reason: 'movedAway' });
  setToday('2026-11-21');
  return ids;
}

async function addPapers({ client }: OpenCore, ids: Ids): Promise<void> {
  const papers = (personId: string, more: Parameters<typeof aDocument>[0]) =>
    client.identityDocuments.save({ personId, details: aDocument(more) });
  await papers(ids.Ada, { expiry: 'known', expiresOn: '2026-12-10' });
  await papers(ids.Ada, { expiry: 'known', expiresOn: '2026-11-25', state: 'replaced' });
  await papers(ids.Cloe, { expiry: 'known', expiresOn: '2026-11-01' });
  await papers(ids.Dan, { type: 'passport', expiry: 'known', expiresOn: '2026-12-01' });
  const { id: organisationId } = await client.organisations.save(anOffice());
  const details = aReferralConsent(organisationId);
  await client.consents.give({ personId: ids.Ada, details });
  await client.consents.give({
    personId: ids.Cloe,
    details: { ...details, givenOn: '2026-05-01', expiresOn: '2026-11-20' },
  });
  await client.referrals.create({
    personId: ids.Cloe,
    details: { organisationId, urgency: 'normal', reason: 'Residenza' },
  });
}

async function addWork({ client }: OpenCore, ids: Ids): Promise<void> {
  const me = (await client.vault.session({})).user.id;
  await client.caseFiles.assign({ personId: ids.Ada, workerId: me });
  const service = aService(me, { type: 'LEG', doneOn: '2026-10-01' });
  await client.services.save({ personId: ids.Ada, details: service });
  await client.services.save({
    personId: ids.Bashir,
    details: aService(me, { type: 'ORI', attendance: 'noShow' }),
  });
  await client.sessions.save({
    details: aSession({ type: 'ITA', heldOn: '2026-11-20' }),
    participants: [{ personId: ids.Cloe, attendance: 'present' }],
  });
  await client.tasks.save({
    personId: ids.Bashir,
    details: { kind: 'callBack', dueOn: '2026-11-23' },
  });
  for (const [personId, isSigned] of [
    [ids.Ada, true],
    [ids.Cloe, false],
  ] as const) {
    const { id } = await client.plans.start({ personId });
    const details = aPlan({ reviewOn: '2026-11-30' });
    await client.plans.save({ id, revision: 1, details });
    if (isSigned) await client.plans.sign({ id, signedOn: '2026-11-20' });
  }
}

async function addSituation({ client, setToday }: OpenCore, ids: Ids): Promise<void> {
  await client.personAddresses.save({
    personId: ids.Ada,
    details: anAddress({ address: 'via Melozzo 1, Forlì' }),
  });
  await client.receptionStays.save({
    personId: ids.Bashir,
    details: { type: 'saiOrdinary', place: 'Comunità 100% Luce, Torino' },
  });
  await client.personContacts.save({ personId: ids.Ada, details: aContact({ isPreferred: true }) });
  await client.personContacts.save({
    personId: ids.Cloe,
    details: aContact({ isPreferred: true, value: '+39 377 0000000', safe: false }),
  });
  await client.housing.save({ personId: ids.Dan, details: { situation: 'cohousing' } });
  await client.work.save({ personId: ids.Cloe, details: { status: 'partTime', isNow: true } });
  await client.education.save({
    personId: ids.Cloe,
    details: { level: 'isced-6', titleHeld: 'lost' },
  });
  await client.ties.save({
    personId: ids.Bashir,
    details: aTie({ otherName: 'Qualcuno', place: 'abroad', reunification: 'wanted' }),
  });
  await client.ties.save({
    personId: ids.Dan,
    details: aTie({ kind: 'parent', otherPersonId: ids.Cloe, place: 'sameHousehold' }),
  });
  await client.ties.save({
    personId: ids.Cloe,
    details: aTie({ kind: 'sibling', otherPersonId: ids.Ada, place: 'sameHousehold' }),
  });
  for (const [personId, level, assessedOn] of [
    [ids.Dan, 'low', '2026-11-01'],
    [ids.Dan, 'high', '2026-11-20'],
    [ids.Bashir, 'high', '2026-11-20'],
    [ids.Bashir, 'low', '2026-11-20'],
  ] as const) {
    await client.risks.save({ personId, details: { level, assessedOn } });
  }
  const need = { recordedOn: '2026-11-20' };
  await client.specificNeeds.record({ personId: ids.Dan, need: { ...need, code: 'CR-CC' } });
  await client.specificNeeds.record({ personId: ids.Ada, need: { ...need, code: 'CR-AF' } });
  const score = { domain: 'HOU', level: 2, wantsGoal: false };
  setToday('2026-11-02');
  await client.assessments.record({ personId: ids.Bashir, score });
  setToday('2026-11-21');
  await client.assessments.record({ personId: ids.Dan, score });
  await client.assessments.record({ personId: ids.Dan, score: { ...score, level: 4 } });
}

/** Five people with something to tell each of them apart; the file of Emre is closed. Today is 2026-11-21. */
export async function registerOfFive() {
  const test = await openCore();
  const ids = await registerAll(test);
  await addSituation(test, ids);
  await addPapers(test, ids);
  await addWork(test, ids);
  return { ...test, ids };
}
