import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PlanInput } from '#domain/plans/plan.ts';
import type { InventedPeople } from './invented-people.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface SignedPlan {
  planId: string;
  personId: string;
  signedOn: CalendarDate;
}

interface PlanWork {
  client: Client;
  random: SeededRandom;
  material: InventedPeople;
  lastDay: CalendarDate;
  setToday: (today: CalendarDate) => void;
}

const personDoes = ['Avviso se non posso venire.', 'Porto i documenti quando li ricevo.'];
const associationDoes = [
  'Rispondiamo entro due giorni ai messaggi.',
  'Accompagniamo al primo appuntamento.',
  'Spieghiamo ogni lettera che arriva.',
];

export function agreedBothWays(random: SeededRandom): Partial<PlanInput> {
  return {
    personResponsibilities: [random.pick(personDoes)],
    associationCommitments: associationDoes.slice(0, 1 + random.below(2)),
  };
}

export function childsVoice({ guardians }: InventedPeople): Partial<PlanInput> {
  const [guardian] = guardians;
  return {
    guardian: guardian ? `${guardian.name} (${guardian.authority})` : 'Tutela in corso di nomina',
    childOpinion: 'Voglio finire la scuola e imparare un mestiere.',
  };
}

async function recordProgress(work: PlanWork, { planId, signedOn }: SignedPlan): Promise<void> {
  const { client, random } = work;
  const { details } = await client.plans.get({ id: planId });
  for (const { key: goalKey, actions } of details.goals) {
    for (const { key: actionKey, state } of actions) {
      if (state !== 'toDo' || !random.chance(0.6)) continue;
      const doneOn = addDays(signedOn, 5 + random.below(20));
      await client.plans.recordProgress({
        id: planId,
        progress: { goalKey, actionKey, state: 'done', doneOn },
      });
    }
  }
}

async function review(work: PlanWork, { planId, personId, signedOn }: SignedPlan): Promise<void> {
  const { client, random, lastDay } = work;
  const reviewedOn = addMonths(signedOn, 3);
  if (reviewedOn > lastDay) return;
  const { details } = await client.plans.get({ id: planId });
  const isRevised = random.chance(0.3);
  await client.plans.recordReview({
    id: planId,
    review: {
      reviewedOn,
      present: [details.operator, details.mediator].filter(Boolean).join(', '),
      outcomes: details.goals.map(({ key }) => ({
        goalKey: key,
        result: random.pick(['inProgress', 'partly', 'reached'] as const),
      })),
      decision: isRevised ? 'revise' : 'continue',
      ...(isRevised ? {} : { nextReviewOn: addDays(lastDay, 5 + random.below(80)) }),
    },
  });
  if (isRevised) await client.plans.start({ personId });
}

/** What happened to signed plans in the weeks after. */
export async function fillPlans(work: PlanWork, signed: readonly SignedPlan[]): Promise<void> {
  work.setToday(work.lastDay);
  for (const plan of signed) {
    if (addDays(plan.signedOn, 30) > work.lastDay) continue;
    await recordProgress(work, plan);
    await review(work, plan);
  }
}
