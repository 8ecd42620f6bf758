import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { SeededRandom } from './seeded-random.ts';

interface ProgrammeWork {
  client: Client;
  random: SeededRandom;
  today: CalendarDate;
}

interface Started {
  started: { templateCode: string; name: string; grantCode?: string };
  targets: Record<string, number>;
}

const STARTED: Started[] = [
  {
    started: { templateCode: 'spazio-comune', name: 'Spazio Comune' },
    targets: { documents: 40, legalAdvice: 15, residence: 10, referrals: 60 },
  },
  {
    started: { templateCode: 'fra-noi-2', name: 'FRA NOI 2', grantCode: 'FAMI-2026-017' },
    targets: { enrolled: 20, autonomy: 8 },
  },
  { started: { templateCode: 'malaika', name: 'MALAIKA' }, targets: { women: 12, phaseTwo: 6 } },
  {
    started: { templateCode: 'start-it-up', name: 'Start it up' },
    targets: { contacted: 20, firms: 2 },
  },
];

const ENDED = [
  { exit: 'goalsReached', foundHelpful: true },
  { exit: 'leftByChoice', foundHelpful: false },
] as const;

/** Two who left some months ago: one is to be asked how they are, one was. */
async function leaveEarlier({ client, today }: ProgrammeWork, programmeId: string): Promise<void> {
  const { items } = await client.candidates.list({ id: programmeId, limit: 200 });
  let gone = 0;
  for (const { personId } of items) {
    const enrolledOn = addDays(today, -190);
    const check = { programmeId, personId, on: enrolledOn };
    if (gone === 2 || (await client.enrolments.check(check)).outcome !== 'eligible') continue;
    const { id } = await client.enrolments.create({ programmeId, personId, enrolledOn });
    const leftOn = addDays(today, -100);
    await client.enrolments.close({ id, leftOn, ...(ENDED[gone] ?? ENDED[0]) });
    const { items: due } = await client.followUps.list({ enrolmentId: id });
    const [first] = due;
    if (gone === 0 && first && first.dueOn <= today) {
      const details = { askedOn: today, answer: 'answered', isStillThere: true } as const;
      const { since, months } = first;
      await client.followUps.record({ enrolmentId: id, since, months, details });
    }
    gone += 1;
  }
}

/** Some of those who may join do, and stand at different stages; the others are there to be let in. */
export async function fillProgrammes(work: ProgrammeWork): Promise<void> {
  const { client, random, today } = work;
  for (const { started, targets } of STARTED) {
    const { id } = await client.programmes.create({ ...started, from: addDays(today, -200) });
    await client.programmeTargets.save({ id, targets });
    const { stages } = await client.programmes.get({ id });
    const { items } = await client.candidates.list({ id, limit: 40 });
    const joining = items.filter(({ outcome }) => outcome === 'eligible' && random.chance(0.4));
    for (const { personId } of joining) {
      const enrolledOn = addDays(today, -random.below(20));
      const check = { programmeId: id, personId, on: enrolledOn };
      if ((await client.enrolments.check(check)).outcome !== 'eligible') continue;
      const enrolment = await client.enrolments.create({
        programmeId: id,
        personId,
        enrolledOn,
        isWaiting: random.chance(0.1),
      });
      const stage = stages[random.below(Math.min(stages.length, 5))];
      if (!stage || random.chance(0.3)) continue;
      await client.enrolments.record({
        id: enrolment.id,
        stage: stage.code,
        reachedOn: today,
      });
    }
    if (started.templateCode === 'spazio-comune') await leaveEarlier(work, id);
  }
}
