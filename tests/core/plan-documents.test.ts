import { describe, expect, test } from 'vitest';
import type { Client } from '#api/client.ts';
import type { PlanInput } from '#domain/plans/plan.ts';
import { aName, anAppointment, aPerson, aPlan } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';
import { archiveFaults } from '../support/pdf-archive.ts';
import { hasWatermark, spokenTextOf, textOf } from '../support/pdf-tools.ts';
import { lettingIn } from '../support/programmes.ts';

const interpreted = { isInterpreted: true, mediator: 'Samira Haidari', interpretedIn: 'ukr' };

const goal = {
  domain: 'WRK',
  statement: 'Trovare lavoro come sarta',
  actions: [
    { what: 'Scrivere il curriculum', responsible: 'operator', state: 'toDo' },
    { what: 'Andare al colloquio', responsible: 'person', state: 'toDo', byWhen: '2026-12-20' },
    { what: 'Portare i documenti', responsible: 'person', state: 'toDo', byWhen: '2026-12-01' },
    { what: 'Iscriversi al corso', responsible: 'person', state: 'done' },
  ],
} satisfies PlanInput['goals'][number];

async function aDraft(more: Partial<PlanInput> = {}, person = aPerson()) {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(person);
  const { id: planId } = await client.plans.start({ personId });
  const details = aPlan({ goals: [goal], ...more });
  await client.plans.save({ id: planId, revision: 1, details });
  return { ...t, personId, planId };
}

const printed = async (client: Client, input: Parameters<Client['documents']['plan']>[0]) => {
  const { bytes, pageCount } = await client.documents.plan(input);
  return { bytes, pageCount, text: spokenTextOf(bytes) };
};

describe('a plan in two languages', () => {
  test('says from where a goal starts and how far it goes, in both', async () => {
    const measured = { baseline: 'nessun colloquio finora', target: '2 colloqui in un mese' };
    const { client, planId } = await aDraft({ goals: [{ ...goal, ...measured }] });
    const { text } = await printed(client, { planId, language: 'uk' });
    for (const part of [...Object.values(measured), 'Com’è oggi', 'Як є сьогодні'])
      expect(text).toContain(part);
  });

  test('says every fixed sentence in both, and what was written in the language it was written in', async () => {
    const { client, planId } = await aDraft({
      ...interpreted,
      priorities: ['Voglio lavorare con il contratto.'],
    });
    const { text } = await printed(client, { planId, language: 'uk' });
    for (const part of [
      'Piano personalizzato',
      'Особистий план',
      'Dichiarazioni',
      'Заяви',
      'Цей план добровільний.',
      'Questo piano è libero.',
      'Permesso di soggiorno',
      'Дозвіл на проживання',
      'Pagina 1 di',
      'Сторінка 1 з',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.match(/Voglio lavorare con il contratto/g)).toHaveLength(1);
    expect(text).toContain('Перекладач читає');
  });

  test('keeps the order of the sections, Italian on the left', async () => {
    const { client, planId } = await aDraft(interpreted);
    const { bytes } = await printed(client, { planId, language: 'uk' });
    const text = textOf(bytes);
    const at = ['Chi sono', 'Da dove parto', 'I miei obiettivi', 'I miei diritti', 'Firme'].map(
      (heading) => text.indexOf(heading),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(text).toMatch(/Chi sono +Хто я/);
    expect(text).toMatch(/Firme +Підписи/);
  });

  test('says in both who explained it and in which language', async () => {
    const { client, planId } = await aDraft(interpreted);
    const { text } = await printed(client, { planId, language: 'uk' });
    expect(text).toContain('Samira Haidari');
    expect(text).toContain('ucraino');
    expect(text).toContain('українська');
    const italian = await printed(client, { planId });
    expect(italian.text).toContain('letto e spiegato in ucraino da Samira Haidari');
    expect(italian.text).not.toContain('українська');
  });

  test.each([
    ['its mediator', { isInterpreted: true, interpretedIn: 'ukr' }, ['mediator']],
    ['its language', { isInterpreted: true, mediator: 'Samira' }, ['interpretedIn']],
    ['both', { isInterpreted: true }, ['mediator', 'interpretedIn']],
    ['its language, with a mediator', { mediator: 'Samira' }, ['interpretedIn']],
  ])('is not printed without %s', async (_, details, missing) => {
    const { client, planId } = await aDraft(details);
    await expect(client.documents.plan({ planId })).rejects.toMatchObject({
      code: 'mediator_missing',
      details: { missing },
    });
    await expect(client.plans.sign({ id: planId, signedOn: '2026-11-21' })).rejects.toMatchObject({
      code: 'plan_incomplete',
    });
  });

  test('is refused in a language there are no words for', async () => {
    const { client, planId } = await aDraft();
    await expect(client.documents.plan({ planId, language: 'de' })).rejects.toMatchObject({
      code: 'unknown_code',
    });
  });
});

describe('a signed plan on paper', () => {
  test('is a draft until it is signed, and then comes from the bytes that were kept', async () => {
    const { client, planId, personId, setToday } = await aDraft(interpreted);
    const draft = await printed(client, { planId });
    expect(hasWatermark(draft.bytes)).toBe(true);
    await client.plans.sign({ id: planId, signedOn: '2026-11-21' });
    const signed = await printed(client, { planId });
    expect(hasWatermark(signed.bytes)).toBe(false);
    expect(signed.text).toContain('Особистий план');
    expect(signed.text).toContain('Firmato il 21/11/2026');
    expect(archiveFaults(signed.bytes)).toEqual([]);
    setToday('2027-02-01');
    const person = await client.people.get({ id: personId });
    await client.people.update({
      id: personId,
      revision: person.revision,
      details: { ...person.details, names: [aName('Altra', 'Persona')] },
    });
    const later = await printed(client, { planId, language: 'fr' });
    expect(Buffer.from(later.bytes).equals(Buffer.from(signed.bytes))).toBe(true);
  });

  test('has a code that differs when what was agreed differs', async () => {
    const codeIn = (text: string) => /PRV\S* v1 · ([0-9A-F]{4}-[0-9A-F]{4})/.exec(text)?.[1];
    const { client, planId } = await aDraft();
    const before = await printed(client, { planId });
    const plan = await client.plans.get({ id: planId });
    await client.plans.save({
      id: planId,
      revision: plan.revision,
      details: { ...plan.details, strengths: 'Sa cucire.' },
    });
    const after = await printed(client, { planId });
    expect(codeIn(before.text)).toBeDefined();
    expect(codeIn(after.text)).not.toBe(codeIn(before.text));
  });

  test('does not change with what is done after; that is a sheet of its own', async () => {
    const { client, planId } = await aDraft();
    await expect(client.documents.plan({ planId, print: 'today' })).rejects.toMatchObject({
      code: 'plan_not_signed',
    });
    await client.plans.sign({ id: planId, signedOn: '2026-11-21' });
    const progress = { goalKey: 'g1', actionKey: 'a1', state: 'done' } as const;
    await client.plans.recordProgress({ id: planId, progress });
    await client.plans.recordReview({
      id: planId,
      review: {
        reviewedOn: '2026-11-21',
        present: 'Amina',
        outcomes: [{ goalKey: 'g1', result: 'partly', note: 'Due colloqui.' }],
        decision: 'close',
      },
    });
    expect((await printed(client, { planId })).text).not.toContain('Due colloqui.');
    const today = await printed(client, { planId, print: 'today' });
    expect(today.text).toContain('Due colloqui.');
    expect(today.text).toContain('Fatto');
  });

  test('never holds what stands in protected notes', async () => {
    const { client, planId, personId } = await aDraft();
    const note = await client.notes.save({
      personId,
      note: { kind: 'violence', notedOn: '2026-11-20', text: 'Il cognato la cerca.' },
    });
    await client.plans.sign({ id: planId, signedOn: '2026-11-21' });
    for (const print of ['plan', 'today', 'onePage'] as const) {
      expect((await printed(client, { planId, print })).text, print).not.toContain('cognato');
    }
    const { bytes } = await client.safetyPages.get({ id: note.id });
    const text = textOf(bytes);
    expect(text).toContain('Il cognato la cerca.');
    expect(text).toContain('Pagina riservata');
    expect(text).not.toContain('Warsame');
  });
});

describe('the certificate of a plan that was closed', () => {
  const shown = { ...goal, key: 'g1' };
  const notShown = [
    { ...goal, key: 'g2', domain: 'HLT', statement: 'Curare il diabete' },
    { ...goal, key: 'g3', domain: 'HOU', statement: 'Trovare una stanza' },
  ];

  test('says from when to when and what was reached, and nothing that is nobody’s business', async () => {
    const { client, planId, personId, setToday } = await aDraft({
      ...interpreted,
      goals: [shown, ...notShown],
    });
    await client.plans.sign({ id: planId, signedOn: '2026-11-21' });
    const wanted = { planId, print: 'closing', language: 'uk' } as const;
    await expect(client.documents.plan(wanted)).rejects.toMatchObject({ code: 'plan_not_closed' });
    setToday('2027-02-21');
    const goesOn = { reviewedOn: '2027-02-21', present: 'Amina', outcomes: [] };
    await client.plans.recordReview({
      id: planId,
      review: { ...goesOn, decision: 'continue', nextReviewOn: '2027-05-03' },
    });
    await expect(client.documents.plan(wanted)).rejects.toMatchObject({ code: 'plan_not_closed' });
    setToday('2027-05-03');
    await client.plans.recordReview({
      id: planId,
      review: {
        reviewedOn: '2027-05-03',
        present: 'Amina',
        outcomes: [
          { goalKey: 'g1', result: 'reached', note: 'Assunta dalla sartoria Bruno.' },
          { goalKey: 'g2', result: 'reached' },
          { goalKey: 'g3', result: 'dropped', note: 'Sfratto.' },
        ],
        decision: 'close',
      },
    });
    const { text, pageCount } = await printed(client, wanted);
    expect(pageCount).toBe(1);
    for (const part of [
      'Attestato di fine percorso',
      'Довідка про завершення плану',
      'dal 21/11/2026 al 03/05/2027',
      'з 21/11/2026 до 03/05/2027',
      'Trovare lavoro come sarta',
      'Досягнуто',
    ]) {
      expect(text).toContain(part);
    }
    const { number } = (await client.people.get({ id: personId })).caseFile;
    for (const part of ['diabete', 'stanza', 'Sfratto', 'sartoria', number, 'Somalia']) {
      expect(text).not.toContain(part);
    }
  });
});

describe('who the plan is of', () => {
  test('says the projects it is part of, where a goal starts from, and what was consented to', async () => {
    const { client, planId, personId } = await aDraft();
    const without = await printed(client, { planId });
    expect(without.text).not.toMatch(/Progetto|Ho dato il consenso/);
    const { id: programmeId } = await client.programmes.create({
      templateCode: 'spazio-comune',
      name: 'Spazio Comune 2026',
    });
    const overrideReason = 'Per la prova';
    await client.enrolments.create({ ...lettingIn(programmeId, personId), overrideReason });
    const scores = [{ domain: 'WRK', level: 2 }];
    const { id } = await client.assessments.start({ personId });
    await client.assessments.save({
      id,
      revision: 1,
      details: { assessedOn: '2026-11-20', assessor: 'Giulia', scores },
    });
    await client.assessments.complete({ id });
    for (const purpose of ['contactByPhone', 'interpreter'] as const) {
      const details = { purpose, givenBy: 'self', way: 'signed', givenOn: '2026-11-20' } as const;
      const { id: consentId } = await client.consents.give({ personId, details });
      if (purpose === 'interpreter') await client.consents.withdraw({ id: consentId });
    }
    const { text } = await printed(client, { planId, language: 'fr' });
    expect(text).toContain('Spazio Comune 2026');
    expect(text).toMatch(/Obiettivo 1.*Da dove parto.*Difficile.*Che cosa si fa/s);
    expect(text).toContain('Ho dato il consenso per: Chiamarmi o mandarmi messaggi.');
    expect(text).toContain('J’ai donné mon accord pour');
    expect(text).not.toContain('Parlare con l’aiuto');
  });

  test('a minor without a guardian is told on every print, and the guardian of the ties is named', async () => {
    const child = aPerson({ birth: { year: 2010, month: 5, day: 2, certainty: 'documented' } });
    const { client, planId, personId } = await aDraft({}, child);
    expect((await printed(client, { planId })).text).toContain('senza tutore indicato');
    await client.ties.save({
      personId,
      details: {
        kind: 'guardian',
        otherName: 'Ada Lorusso',
        place: 'italy',
        life: 'alive',
        decree: '12/2026',
        court: 'Tribunale di Torino',
      },
    });
    const { text } = await printed(client, { planId });
    expect(text).not.toContain('senza tutore indicato');
    expect(text).toContain('Ada Lorusso (12/2026, Tribunale di Torino)');
  });
});

describe('the page for the person', () => {
  test('is one page with goals, their own next steps, appointments and numbers, and nothing more', async () => {
    const { client, planId, personId } = await aDraft({ ...interpreted, interpretedIn: 'som' });
    await client.association.save({
      ...(await client.association.get({})),
      phone: '011 555 0199',
    });
    await client.appointments.save({
      details: anAppointment({
        personIds: [personId],
        about: 'Udienza per l’asilo',
        place: 'Sala 3',
      }),
    });
    const { text, pageCount } = await printed(client, { planId, print: 'onePage' });
    expect(pageCount).toBe(1);
    for (const part of [
      'Qorshahayga hal bog',
      'Trovare lavoro come sarta',
      'Talaado 24/11/2026 · 10:00',
      'Sala 3',
      '011 555 0199',
      '112',
    ]) {
      expect(text.replaceAll('\u00a0', ' ')).toContain(part);
    }
    expect(text.indexOf('Portare i documenti')).toBeLessThan(text.indexOf('Andare al colloquio'));
    for (const part of ['curriculum', 'Iscriversi', 'asilo', 'rifugiato', 'Rifugiata', 'Somalia']) {
      expect(text).not.toContain(part);
    }
  });

  test('stays one page however much was written', async () => {
    const long =
      'Parlare con la scuola, con il medico e con il comune di tutto quello che serve. '.repeat(4);
    const goals = Array.from({ length: 5 }, (_, index) => ({
      domain: 'EDU',
      statement: `${index} ${long}`,
      actions: [
        { what: long.slice(0, 290), responsible: 'person' as const, state: 'toDo' as const },
      ],
    }));
    const { client, planId } = await aDraft({ goals });
    const { pageCount } = await printed(client, { planId, print: 'onePage', language: 'ur' });
    expect(pageCount).toBe(1);
  });
});
