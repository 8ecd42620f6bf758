import { describe, expect, test } from 'vitest';
import { missingForSignature, type PlanDetails, planDetails } from '#domain/plans/plan.ts';
import { diffPlans } from '#domain/plans/plan-diff.ts';
import { asItStands, planReview } from '#domain/plans/review.ts';
import { goalAdvice } from '#domain/plans/smart-check.ts';
import { aPlan } from '../support/factories.ts';

/** As plans were kept before goals and actions had keys. */
const oldPlan = {
  madeOn: '2026-01-10',
  operator: 'Giulia Ferraris',
  priorities: [],
  goals: [
    { domain: 'LNG', statement: 'Corso A1', actions: [] },
    {
      domain: 'HOU',
      statement: 'Stanza',
      actions: [
        { what: 'Annunci', responsible: 'person', state: 'toDo' },
        { what: 'Contratto', responsible: 'operator', state: 'toDo' },
      ],
    },
  ],
  rightsExplained: [],
};

describe('priorities', () => {
  test('are three at most: four are a list of wishes', () => {
    const withSome = (count: number) =>
      planDetails.safeParse({ ...oldPlan, priorities: Array(count).fill('Lavorare') }).success;
    expect([withSome(0), withSome(3), withSome(4)]).toEqual([true, true, false]);
  });
});

describe('a plan from before', () => {
  test('stays readable, and gets the same keys each time', () => {
    const read = planDetails.parse(oldPlan);
    expect(read.goals.map(({ key }) => key)).toEqual(['g1', 'g2']);
    expect(read.goals[1]?.actions.map(({ key }) => key)).toEqual(['a1', 'a2']);
    expect(read).toMatchObject({ personResponsibilities: [], associationCommitments: [] });
    expect(planDetails.parse(read)).toEqual(read);
  });

  test('never gives a key twice', () => {
    const goal = oldPlan.goals[0];
    const goals = [{ ...goal, key: 'g2' }, goal, { ...goal, key: 'g2' }, goal];
    const keys = planDetails.parse({ ...oldPlan, goals }).goals.map(({ key }) => key);
    expect(keys[0]).toBe('g2');
    expect(new Set(keys).size).toBe(4);
  });
});

describe('a plan of a minor', () => {
  test('is not signed before the child is heard and somebody signs for them', () => {
    expect(missingForSignature(aPlan(), { isMinor: true })).toEqual(['guardian', 'childOpinion']);
    const heard = aPlan({ guardian: 'Ada Lorusso', childOpinion: 'Voglio studiare.' });
    expect(missingForSignature(heard, { isMinor: true })).toEqual([]);
  });
});

describe('the difference of two versions', () => {
  const first = planDetails.parse(oldPlan);
  const changed = (change: (plan: PlanDetails) => void) => {
    const next = structuredClone(first);
    change(next);
    return diffPlans(first, next);
  };

  test('of the same plan is empty', () => {
    expect(diffPlans(first, structuredClone(first))).toMatchObject({ isEmpty: true, goals: [] });
  });

  test('names an added goal with its actions', () => {
    const diff = changed((plan) => {
      const action = { key: 'a9', what: 'CV', responsible: 'person', state: 'toDo' } as const;
      plan.goals.push({
        key: 'g9',
        domain: 'WRK',
        statement: 'Lavoro',
        result: 'notStarted',
        actions: [action],
      });
    });
    expect(diff.goals).toMatchObject([
      { change: 'added', statement: 'Lavoro', actions: [{ change: 'added', what: 'CV' }] },
    ]);
  });

  test('names what an action is linked to now, and not the link that stayed', () => {
    const id = '0190f3a0-0000-7000-8000-000000000001';
    const diff = changed((plan) => {
      const [action] = plan.goals[1]?.actions ?? [];
      if (action) action.linked = { kind: 'letter', id };
    });
    expect(diff.goals).toMatchObject([
      { actions: [{ what: 'Annunci', fields: [{ field: 'linked', after: `letter:${id}` }] }] },
    ]);
    const linked = structuredClone(first);
    const [action] = linked.goals[1]?.actions ?? [];
    if (action) action.linked = { kind: 'letter', id };
    expect(diffPlans(linked, structuredClone(linked)).isEmpty).toBe(true);
  });

  test('tells what was dropped from what was finished', () => {
    const standing = structuredClone(first);
    const [study, house] = standing.goals;
    if (!study || !house?.actions[0]) throw new Error('the plan has goals and actions');
    study.result = 'dropped';
    house.actions[0].state = 'dropped';
    const next = structuredClone(first);
    next.goals.shift();
    next.goals[0]?.actions.shift();
    expect(diffPlans(standing, next).goals).toMatchObject([
      { actions: [{ what: 'Annunci', change: 'dropped' }] },
      { statement: 'Corso A1', change: 'dropped' },
    ]);
  });

  test('tells what was taken out from what was finished', () => {
    const standing = structuredClone(first);
    const house = standing.goals[1];
    if (!house?.actions[0]) throw new Error('the plan has actions');
    house.actions[0].state = 'done';
    const next = structuredClone(first);
    next.goals.shift();
    next.goals[0]?.actions.splice(0, 2);
    const { goals } = diffPlans(standing, next);
    expect(goals).toMatchObject([
      {
        statement: 'Stanza',
        change: 'changed',
        actions: [
          { what: 'Annunci', change: 'finished' },
          { what: 'Contratto', change: 'removed' },
        ],
      },
      { statement: 'Corso A1', change: 'removed' },
    ]);
  });

  test('knows a goal again that was worded anew', () => {
    const diff = changed((plan) => {
      const goal = plan.goals[0];
      if (goal) Object.assign(goal, { statement: 'Corso A2', byWhen: '2026-06-30' });
    });
    expect(diff.goals).toMatchObject([
      {
        change: 'changed',
        fields: [
          { field: 'statement', before: 'Corso A1', after: 'Corso A2' },
          { field: 'byWhen', after: '2026-06-30' },
        ],
      },
    ]);
  });

  test('tells from where and how far, too', () => {
    const next = structuredClone(first);
    Object.assign(next.goals[0] ?? {}, { baseline: 'nessun corso', target: '80% delle lezioni' });
    expect(diffPlans(first, next).goals[0]?.fields).toEqual([
      { field: 'baseline', after: 'nessun corso' },
      { field: 'target', after: '80% delle lezioni' },
    ]);
  });

  test('lists words that came and went', () => {
    const diff = diffPlans(
      { ...first, priorities: ['Casa', 'Lavoro'], operator: 'Giulia' },
      { ...first, priorities: ['Lavoro', 'Scuola'], operator: 'Marco' },
    );
    expect(diff.lists).toEqual([{ list: 'priorities', added: ['Scuola'], removed: ['Casa'] }]);
    expect(diff.fields).toEqual([{ field: 'operator', before: 'Giulia', after: 'Marco' }]);
  });

  test('does not depend on the order of goals', () => {
    const turned = { ...first, goals: [...first.goals].reverse() };
    expect(diffPlans(first, turned).isEmpty).toBe(true);
  });
});

describe('a signed plan as it stands', () => {
  const plan = planDetails.parse(oldPlan);
  const review = (result: 'partly' | 'reached', reviewedOn: string) =>
    planReview.parse({
      reviewedOn,
      present: '',
      outcomes: [{ goalKey: 'g1', result }],
      decision: 'continue',
      nextReviewOn: '2027-01-01',
    });

  test('has the progress of its actions and the last word on its goals', () => {
    const progress = [
      { goalKey: 'g2', actionKey: 'a2', state: 'done', doneOn: '2026-03-01' } as const,
    ];
    const reviews = [review('partly', '2026-02-01'), review('reached', '2026-03-01')];
    const standing = asItStands(plan, progress, reviews);
    expect(standing.goals[0]?.result).toBe('reached');
    expect(standing.goals[1]?.result).toBe('notStarted');
    expect(standing.goals[1]?.actions.map(({ state }) => state)).toEqual(['toDo', 'done']);
    expect(plan.goals[1]?.actions[1]?.state).toBe('toDo');
  });
});

describe('a review', () => {
  const base = { reviewedOn: '2026-11-21', present: '', outcomes: [] };

  test('that lets the plan go on says when it is looked at again, and not in the past', () => {
    const goesOn = { ...base, decision: 'continue' };
    expect(planReview.safeParse(goesOn).success).toBe(false);
    expect(planReview.safeParse({ ...goesOn, nextReviewOn: '2026-11-21' }).success).toBe(false);
    expect(planReview.safeParse({ ...goesOn, nextReviewOn: '2027-02-21' }).success).toBe(true);
    expect(planReview.safeParse({ ...base, decision: 'close' }).success).toBe(true);
  });

  test('drops a goal only with a reason', () => {
    const dropped = { goalKey: 'g1', result: 'dropped' };
    const reviewed = (outcome: object) => ({ ...base, decision: 'close', outcomes: [outcome] });
    expect(planReview.safeParse(reviewed(dropped)).success).toBe(false);
    expect(planReview.safeParse(reviewed({ ...dropped, note: 'Si trasferisce' })).success).toBe(
      true,
    );
  });
});

describe('advice on a goal', () => {
  test('asks for something that can be seen, and a day', () => {
    expect(goalAdvice({ statement: "Migliorare l'italiano" })).toEqual(['vague', 'noDate']);
    expect(goalAdvice({ statement: 'Frequentare il corso' })).toEqual(['noIndicator', 'noDate']);
    expect(
      goalAdvice({
        statement: 'Frequentare il corso A1',
        indicator: "l'attestato",
        byWhen: '2027-05-31',
      }),
    ).toEqual([]);
  });

  test('takes a target for something that can be seen, and asks where one starts from', () => {
    const goal = { statement: "Migliorare l'italiano", target: 'A2', byWhen: '2027-05-31' };
    expect(goalAdvice(goal)).toEqual(['noBaseline']);
    expect(goalAdvice({ ...goal, baseline: 'nessun corso' })).toEqual([]);
  });

  test('says nothing before there are words', () => {
    expect(goalAdvice({ statement: '  ' })).toEqual([]);
  });
});
