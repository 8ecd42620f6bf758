import { describe, expect, test } from 'vitest';
import { diffPlans } from '#domain/plans/plan-diff.ts';
import {
  aLetter,
  anOffice,
  aPerson,
  aPlan,
  aReferralConsent,
  aService,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { textOf } from '../support/pdf-tools.ts';

const goal = {
  domain: 'WRK',
  statement: 'Trovare lavoro',
  actions: [
    { what: 'Curriculum', responsible: 'operator', state: 'toDo', byWhen: '2026-12-01' },
    { what: 'Colloquio', responsible: 'person', state: 'toDo', byWhen: '2026-12-20' },
  ],
} as const;

async function desk(person = aPerson()) {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(person);
  /** A first plan, signed today. */
  const signed = async () => {
    const { id } = await client.plans.start({ personId });
    const details = aPlan({ goals: [{ ...goal, actions: [...goal.actions] }] });
    await client.plans.save({ id, revision: 1, details });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    return id;
  };
  return { ...t, personId, signed };
}

describe('a signed plan', () => {
  test('says who signed it, and who explained it in which language', async () => {
    const { client, personId } = await desk();
    const { id } = await client.plans.start({ personId });
    const details = aPlan({ mediator: 'Samira Haidari', interpretedIn: 'som' });
    await client.plans.save({ id, revision: 1, details });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    expect((await client.plans.get({ id })).signature).toEqual({
      signedOn: '2026-11-21',
      signers: [
        { role: 'person', name: 'Warsame Amina' },
        { role: 'operator', name: 'Giulia Ferraris' },
        { role: 'mediator', name: 'Samira Haidari' },
      ],
      interpreter: 'Samira Haidari',
      interpretedIn: 'som',
    });
  });

  test('keeps its words while its actions go on', async () => {
    const { client, signed } = await desk();
    const id = await signed();
    const before = await client.plans.get({ id });
    await client.plans.recordProgress({
      id,
      progress: { goalKey: 'g1', actionKey: 'a1', state: 'done' },
    });
    const after = await client.plans.get({ id });
    expect(after.details).toEqual(before.details);
    expect(after.progress).toEqual([
      { goalKey: 'g1', actionKey: 'a1', state: 'done', doneOn: '2026-11-21' },
    ]);
    await expect(
      client.plans.recordProgress({
        id,
        progress: { goalKey: 'g1', actionKey: 'a7', state: 'done' },
      }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  test('points to letters, services and appointments of the same person only', async () => {
    const { client, personId, signed } = await desk();
    const id = await signed();
    const { id: other } = await client.people.create(aPerson());
    const { id: officeId } = await client.organisations.save(anOffice());
    const letterOf = async (who: string) => {
      await client.consents.give({ personId: who, details: aReferralConsent(officeId) });
      return issueLetter(client, { personId: who, details: aLetter(officeId) });
    };
    const link = (linkedId: string, kind: 'letter' | 'service' | 'appointment' = 'letter') =>
      client.plans.recordProgress({
        id,
        progress: {
          goalKey: 'g1',
          actionKey: 'a1',
          state: 'doing',
          linked: { kind, id: linkedId },
        },
      });
    const own = await letterOf(personId);
    await link(own.id);
    expect((await client.plans.get({ id })).progress[0]?.linked?.id).toBe(own.id);
    const { user } = await client.vault.session({});
    const service = await client.services.save({ personId, details: aService(user.id) });
    await link(service.id, 'service');
    await expect(link(own.id, 'appointment')).rejects.toMatchObject({ code: 'not_found' });
    const foreign = await letterOf(other);
    await expect(link(foreign.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is followed by a version whose difference can be read', async () => {
    const { client, personId, signed } = await desk();
    const id = await signed();
    await client.plans.recordProgress({
      id,
      progress: { goalKey: 'g1', actionKey: 'a1', state: 'done' },
    });
    const next = await client.plans.start({ personId });
    const draft = await client.plans.get({ id: next.id });
    expect(draft.details.goals[0]?.actions.map(({ key }) => key)).toEqual(['a2']);
    const details = { ...draft.details, personResponsibilities: ['Vengo a lezione.'] };
    await client.plans.save({ id: next.id, revision: 1, details });
    const [second, first] = (await client.plans.list({ personId })).items;
    if (!first || !second) throw new Error('two versions');
    expect(diffPlans(first.details, second.details)).toMatchObject({
      lists: [{ list: 'personResponsibilities', added: ['Vengo a lezione.'] }],
      goals: [{ key: 'g1', actions: [{ key: 'a1', what: 'Curriculum' }] }],
    });
  });
});

describe('reviews', () => {
  test('decide what follows, and closing ends the plan', async () => {
    const { client, signed } = await desk();
    const id = await signed();
    const review = { reviewedOn: '2026-11-21', present: 'Amina, Giulia' };
    await client.plans.recordReview({
      id,
      review: {
        ...review,
        outcomes: [{ goalKey: 'g1', result: 'partly', note: 'Due colloqui fatti.' }],
        decision: 'continue',
        nextReviewOn: '2027-01-15',
      },
    });
    expect(await client.plans.get({ id })).toMatchObject({ reviewDueOn: '2027-01-15' });
    await client.plans.recordReview({ id, review: { ...review, outcomes: [], decision: 'close' } });
    const plan = await client.plans.get({ id });
    expect(plan.closedOn).toBe('2026-11-21');
    expect(plan.reviewDueOn).toBeUndefined();
    const progress = { goalKey: 'g1', actionKey: 'a1', state: 'done' } as const;
    await expect(client.plans.recordProgress({ id, progress })).rejects.toMatchObject({
      code: 'plan_closed',
    });
    const { bytes } = await client.documents.plan({ planId: id, print: 'today' });
    const text = textOf(bytes);
    expect(text).toContain('colloqui fatti.');
    expect(text).toContain('Raggiunto in parte');
  });

  test('are of signed plans and of their goals', async () => {
    const { client, personId, signed } = await desk();
    const { id: draft } = await client.plans.start({ personId });
    const review = { reviewedOn: '2026-11-21', present: '', decision: 'close' } as const;
    await expect(
      client.plans.recordReview({ id: draft, review: { ...review, outcomes: [] } }),
    ).rejects.toMatchObject({ code: 'plan_not_signed' });
    const id = await signed();
    const outcomes = [{ goalKey: 'g8', result: 'reached' } as const];
    await expect(
      client.plans.recordReview({ id, review: { ...review, outcomes } }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what is due', () => {
  test('are overdue open actions and reviews of plans in force', async () => {
    const t = await desk();
    const { client, personId, signed } = t;
    const id = await signed();
    const due = async (until: string) =>
      (await client.plans.due({ until })).items.map(({ kind, due: on, about }) =>
        [kind, on, about].filter(Boolean),
      );
    expect(await due('2027-02-20')).toEqual([]);
    expect(await due('2027-02-21')).toEqual([['review', '2027-02-21']]);
    t.setToday('2026-12-21');
    expect(await due('2026-12-31')).toEqual([
      ['action', '2026-12-01', 'Curriculum'],
      ['action', '2026-12-20', 'Colloquio'],
    ]);
    await client.plans.recordProgress({
      id,
      progress: { goalKey: 'g1', actionKey: 'a1', state: 'done' },
    });
    expect(await due('2026-12-31')).toEqual([['action', '2026-12-20', 'Colloquio']]);
    await client.plans.recordReview({
      id,
      review: {
        reviewedOn: '2026-12-21',
        present: '',
        outcomes: [],
        decision: 'continue',
        nextReviewOn: '2027-05-01',
      },
    });
    expect(await due('2027-02-28')).toEqual([['action', '2026-12-20', 'Colloquio']]);
    expect(await due('2027-05-01')).toContainEqual(['review', '2027-05-01']);
    await client.caseFiles.close({ personId, closedOn: '2026-12-21', reason: 'goalsReached' });
    expect(await due('2027-05-01')).toEqual([]);
  });

  test('counts the plan in force while its next version is a draft', async () => {
    const t = await desk();
    await t.signed();
    await t.client.plans.start({ personId: t.personId });
    t.setToday('2026-12-02');
    expect((await t.client.plans.due({ until: '2026-12-02' })).items).toMatchObject([
      { kind: 'action', about: 'Curriculum', listedName: 'Warsame Amina' },
    ]);
  });
});

describe('the plan of a child', () => {
  test('needs the guardian and the child’s opinion, prints both, and is reviewed sooner', async () => {
    const child = aPerson({ birth: { year: 2010, month: 5, day: 2, certainty: 'documented' } });
    const { client, personId } = await desk(child);
    const { id } = await client.plans.start({ personId });
    expect((await client.plans.get({ id })).details.reviewOn).toBe('2027-01-21');
    await client.plans.save({ id, revision: 1, details: aPlan() });
    await expect(client.plans.sign({ id, signedOn: '2026-11-21' })).rejects.toMatchObject({
      code: 'plan_incomplete',
      details: { missing: ['guardian', 'childOpinion'] },
    });
    const details = aPlan({
      guardian: 'Ada Lorusso',
      childOpinion: 'Voglio fare il meccanico.',
      personResponsibilities: ['Vado a scuola ogni giorno.'],
      associationCommitments: ['Cerchiamo un tirocinio.'],
    });
    await client.plans.save({ id, revision: 2, details });
    await client.privacyNotices.give({
      personId,
      notice: { version: '2026-1', givenOn: '2026-11-20', way: 'both', givenTo: 'Ada Lorusso' },
    });
    await client.plans.sign({ id, signedOn: '2026-11-21' });
    const text = textOf((await client.documents.plan({ planId: id })).bytes);
    for (const part of [
      'Ada Lorusso',
      'Voglio fare il meccanico.',
      'Vado a scuola ogni giorno.',
      'Cerchiamo un tirocinio.',
      'versione 2026-1',
      'Firmato il 21/11/2026',
    ]) {
      expect(text).toContain(part);
    }
  });
});

test('the starting point printed with a signed plan is that of the day it was signed', async () => {
  const t = await desk();
  const { client, personId, signed } = t;
  const record = (level: number, words: string) =>
    client.assessments.record({ personId, score: { domain: 'HOU', level, words } });
  await record(2, 'Siamo in quattro.');
  const id = await signed();
  t.setToday('2027-03-01');
  await record(4, 'Ho una stanza.');
  const text = textOf((await client.documents.plan({ planId: id })).bytes);
  expect(text).toContain('Siamo in quattro.');
  expect(text).not.toContain('Ho una stanza.');
});
