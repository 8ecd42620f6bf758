import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../rules/source-files.ts';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { textOf } from '../support/pdf-tools.ts';
import { asVolunteer, lettingIn, startProgramme, TODAY } from '../support/programmes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const days = { decidedOn: TODAY, talkOn: TODAY, hostAgreedOn: TODAY };

/** The person's own yes to being matched. */
const agree = async (t: OpenCore, personId: string, more = {}) =>
  (
    await t.client.consents.give({
      personId,
      details: {
        purpose: 'matching',
        recipient: 'Famiglia Brambilla',
        dataCategories: ['identity', 'contact'],
        givenBy: 'self',
        way: 'signed',
        givenOn: '2026-11-20',
        ...more,
      },
    })
  ).id;

async function comet(t: OpenCore) {
  const { id: programmeId } = await startProgramme(t, 'comet', 'COMET');
  return sides(t, programmeId);
}

async function sides(t: OpenCore, programmeId: string) {
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
    const decide = async ({ enrolmentId, personId }: typeof first) => {
      const consentId = await agree(t, personId);
      return t.client.matches.create({ enrolmentId, placeId, consentId, ...days });
    };
    const { id } = await decide(first);
    await expect(decide(first)).rejects.toMatchObject({ code: 'matched_already' });
    await expect(decide(second)).rejects.toMatchObject({ code: 'place_not_possible' });
    const { items } = await t.client.matches.suggest({ enrolmentId: second.enrolmentId });
    expect(items[0]?.against).toEqual(['room']);
    await t.client.matches.record({ id, step: 'ended', on: TODAY, why: 'Cambia città' });
    await decide(second);
    expect((await t.client.matches.list({ programmeId })).items).toMatchObject([
      { personId: second.personId, talkOn: TODAY, consentOn: '2026-11-20', consentState: 'valid' },
      { personId: first.personId, endedOn: TODAY, endedWhy: 'Cambia città' },
    ]);
  });

  test('is asked about after the arrival, and who moved elsewhere can be counted', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    const placeId = await offer('Famiglia Brambilla', 'Milano');
    const { enrolmentId, personId } = await seek('Selam');
    const consentId = await agree(t, personId);
    const { id } = await t.client.matches.create({ enrolmentId, placeId, consentId, ...days });
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

describe('the consent to be matched', () => {
  test('is one of the person, for that purpose, and valid on the day', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    const placeId = await offer('Famiglia Brambilla', 'Milano');
    const { enrolmentId, personId } = await seek('Selam');
    const other = await seek('Dawit');
    const decide = (consentId: string) =>
      t.client.matches.create({ enrolmentId, placeId, consentId, ...days });
    for (const consentId of [
      await agree(t, other.personId),
      await agree(t, personId, { purpose: 'imageAndVoice' }),
      await agree(t, personId, { expiresOn: '2026-11-20' }),
    ]) {
      await expect(decide(consentId)).rejects.toMatchObject({ code: 'match_consent_missing' });
    }
    const consentId = await agree(t, personId);
    await decide(consentId);
    await t.client.consents.withdraw({ id: consentId });
    expect((await t.client.matches.list({ programmeId })).items).toMatchObject([
      { consentState: 'withdrawn', hostAgreedOn: TODAY },
    ]);
  });
});

describe('a match on paper', () => {
  test('says the reasons with their points, that nothing was automatic, and who decided when', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, offer, seek } = await comet(t);
    const placeId = await offer('Famiglia Brambilla', 'Milano', { languages: ['tir'] });
    const { enrolmentId, personId } = await seek('Selam', { kinTowns: ['milano'] });
    const consentId = await agree(t, personId);
    const talk = { talkBy: 'Marta Ferrero', talkNote: 'Una stanza per sei mesi.' };
    await t.client.matches.create({ enrolmentId, placeId, consentId, ...days, ...talk });
    const { items } = await t.client.matches.list({ programmeId });
    const form = { kind: 'match', matchId: items[0]?.id ?? '' } as const;
    const { bytes } = await t.client.forms.get({ subjectId: personId, form, language: 'it' });
    const text = textOf(bytes).replace(/\s+/g, ' ');
    for (const part of [
      'Parenti a Milano +40',
      'Si parla tigrino +25',
      'In tutto 65',
      'nessuna parte di questo abbinamento è stata decisa in modo automatico',
      `Deciso da ${items[0]?.decidedBy} il 21/11/2026.`,
      'Colloquio sulle aspettative il 21/11/2026.',
      'Una stanza per sei mesi.',
      'Consenso della persona il 20/11/2026.',
    ]) {
      expect(text).toContain(part);
    }
    const other = await seek('Dawit');
    await expect(
      t.client.forms.get({ subjectId: other.personId, form, language: 'it' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the points of the reasons', () => {
  test('are those of the template, where it has its own', async () => {
    const t = await openCore({ today: TODAY });
    const template = JSON.parse(
      readFileSync(join(root, 'resources/programmes/blank-pathway-matching.json'), 'utf8'),
    );
    const weights = { family: 5, language: 60, skills: 0, school: 0, fits: 0 };
    const file = JSON.stringify({ ...template, code: 'own-points', weights });
    const path = join(await temporaryFolder(), 'modello.json');
    await writeFile(path, file);
    t.files.grant(path, path, 'read');
    const { code } = await t.client.programmeTemplates.import({ grant: path });
    const { id: programmeId } = await startProgramme(t, code, 'Punti propri');
    expect(await t.client.matches.weigh({ programmeId })).toEqual({ weights, isOwn: true });
    const { offer, seek } = await sides(t, programmeId);
    await offer('Famiglia Brambilla', 'Milano');
    await offer('Famiglia Conti', 'Roma', { languages: ['tir'] });
    const { enrolmentId } = await seek('Selam', { kinTowns: ['Milano'] });
    const { items } = await t.client.matches.suggest({ enrolmentId });
    expect(items.map(({ town, points }) => [town, points])).toEqual([
      ['Roma', 60],
      ['Milano', 5],
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
