import { describe, expect, test } from 'vitest';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { asVolunteer, lettingIn, startProgramme, TODAY } from '../support/programmes.ts';

const days = { decidedOn: TODAY, talkOn: TODAY, consentOn: TODAY };

async function comet(t: OpenCore) {
  const { id: programmeId } = await startProgramme(t, 'comet', 'COMET');
  const offer = async (name: string, town: string, more = {}) => {
    const details = { kind: 'hostFamily', name, town, room: 2, ...more } as const;
    return (await t.client.places.save({ programmeId, details })).id;
  };
  const seek = async (name: string, more = {}) => {
    const person = aPerson({
      names: [aName(name, 'Prova')],
      languages: [{ language: 'tir', level: 'native', needsInterpreter: true }],
    });
    const { id: personId } = await t.client.people.create(person);
    const wanted = { ...lettingIn(programmeId, personId), overrideReason: 'Per la prova' };
    const { id: enrolmentId } = await t.client.enrolments.create(wanted);
    await t.client.placeSearches.save({ enrolmentId, details: { size: 1, ...more } });
    return { personId, enrolmentId };
  };
  return { programmeId, offer, seek };
}

describe('a place for a candidate', () => {
  test('with a sister in Milan and nursing skills is proposed with a reason for each point', async () => {
    const t = await openCore({ today: TODAY });
    const { offer, seek } = await comet(t);
    const milan = await offer('Famiglia Brambilla', 'Milano');
    const rome = await offer('Famiglia Conti', 'Roma', {
      skills: ['Infermiera'],
      languages: ['tir'],
    });
    const turin = await offer('Famiglia Ferrero', 'Torino');
    const nurse = await seek('Selam', { kinTowns: ['milano '], skills: ['infermiera'] });
    const { items } = await t.client.matches.suggest({ enrolmentId: nurse.enrolmentId });
    expect(items.map(({ placeId, points }) => [placeId, points])).toEqual(
      [
        [milan, 40],
        [rome, 40],
      ]
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
        .concat([[turin, 0]]),
    );
    expect(items.find(({ placeId }) => placeId === milan)?.reasons).toEqual([
      { kind: 'family', points: 40, about: ['Milano'] },
    ]);
    expect(items.find(({ placeId }) => placeId === rome)?.reasons).toEqual([
      { kind: 'language', points: 25, about: ['tir'] },
      { kind: 'skills', points: 15, about: ['infermiera'] },
    ]);
  });

  test('is decided by somebody, once, and takes the room it takes until it ends', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    const placeId = await offer('Famiglia Brambilla', 'Milano');
    const first = await seek('Selam', { size: 2 });
    const second = await seek('Dawit');
    const decide = (enrolmentId: string) =>
      t.client.matches.create({ enrolmentId, placeId, ...days });
    const { id } = await decide(first.enrolmentId);
    await expect(decide(first.enrolmentId)).rejects.toMatchObject({ code: 'matched_already' });
    await expect(decide(second.enrolmentId)).rejects.toMatchObject({ code: 'place_not_possible' });
    const { items } = await t.client.matches.suggest({ enrolmentId: second.enrolmentId });
    expect(items[0]?.against).toEqual(['room']);
    await t.client.matches.record({ id, step: 'ended', on: TODAY, why: 'Cambia città' });
    await decide(second.enrolmentId);
    expect((await t.client.matches.list({ programmeId })).items).toMatchObject([
      { personId: second.personId, talkOn: TODAY, consentOn: TODAY },
      { personId: first.personId, endedOn: TODAY, endedWhy: 'Cambia città' },
    ]);
  });

  test('is asked about after the arrival, and who moved elsewhere can be counted', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    const placeId = await offer('Famiglia Brambilla', 'Milano');
    const { enrolmentId, personId } = await seek('Selam');
    const { id } = await t.client.matches.create({ enrolmentId, placeId, ...days });
    await t.client.matches.record({ id, step: 'arrived', on: TODAY });
    expect((await t.client.followUps.list({ enrolmentId })).items[0]).toEqual({
      since: 'arrival',
      months: 6,
      dueOn: '2027-05-21',
    });
    t.setToday('2027-05-21');
    const { items } = await t.client.today.get({});
    expect(items.filter(({ kind }) => kind === 'followUp')).toMatchObject([{ personId }]);
    const details = { askedOn: '2027-05-21', answer: 'answered', isStillThere: false } as const;
    await t.client.followUps.record({ enrolmentId, since: 'arrival', months: 6, details });
    expect((await t.client.matches.list({ programmeId })).later).toEqual([
      { months: 6, stillThere: 0, elsewhere: 1 },
    ]);
  });
});

describe('everybody at once', () => {
  test('is arranged so that most find a place; those not asked yet are named, and nothing is decided', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    const large = await offer('Grande', 'Milano', { room: 4 });
    const small = await offer('Piccola', 'Roma', { room: 1 });
    const one = await seek('Selam', { kinTowns: ['Milano'] });
    const four = await seek('Dawit', { size: 4 });
    const none = await seek('Hiwet', { size: 9 });
    const { items, without } = await t.client.matches.arrange({ programmeId });
    expect(new Map(items.map(({ enrolmentId, place }) => [enrolmentId, place.placeId]))).toEqual(
      new Map([
        [one.enrolmentId, small],
        [four.enrolmentId, large],
      ]),
    );
    expect(without).toMatchObject([{ enrolmentId: none.enrolmentId, why: 'noneFits' }]);
    expect((await t.client.matches.list({ programmeId })).items).toEqual([]);
  });

  test('leaves out a restricted case for who is not named on it', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    await offer('Grande', 'Milano');
    const hidden = await seek('Nascosta');
    await t.client.caseAccess.save({ personId: hidden.personId, isRestricted: true });
    expect((await t.client.placeSearches.list({ programmeId })).items).toHaveLength(1);
    await asVolunteer(t);
    expect((await t.client.placeSearches.list({ programmeId })).items).toEqual([]);
    expect((await t.client.matches.arrange({ programmeId })).items).toEqual([]);
    const asked = t.client.matches.suggest({ enrolmentId: hidden.enrolmentId });
    await expect(asked).rejects.toMatchObject({ code: 'case_restricted' });
  });
});
