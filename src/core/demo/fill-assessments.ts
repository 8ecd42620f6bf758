import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { OpenFile } from './fill-services.ts';
import type { InventedPeople } from './invented-people.ts';
import type { SeededRandom } from './seeded-random.ts';

interface AssessmentWork {
  client: Client;
  material: InventedPeople;
  random: SeededRandom;
  lastDay: CalendarDate;
  setToday: (today: CalendarDate) => void;
}

const daysBetweenAssessments = 60;
const ownViews = [
  'Sto meglio dei primi mesi, ma la casa mi preoccupa.',
  'Adesso capisco di più, e chiedo quando serve.',
  'Va piano, però va.',
];
const specificNeeds = [
  ['SP-PT', 'Si organizzano gli appuntamenti negli orari di scuola.'],
  ['FU-FR', 'La famiglia è ancora lontana.'],
  ['LP-ND', 'Ha perso i documenti nel viaggio.'],
] as const;

/** A second look at where people stand, two months later and mostly a step further. */
export async function fillAssessments(
  work: AssessmentWork,
  open: readonly OpenFile[],
): Promise<void> {
  const { client, material, random, lastDay, setToday } = work;
  for (const { personId, openedOn } of open) {
    const assessedOn = addDays(openedOn, daysBetweenAssessments);
    if (assessedOn > lastDay || !random.chance(0.6)) continue;
    const { items } = await client.assessments.list({ personId });
    const scores = items.flatMap(({ details }) => details.scores);
    if (scores.length === 0) continue;
    setToday(assessedOn);
    const { id } = await client.assessments.start({ personId });
    await client.assessments.save({
      id,
      revision: 1,
      details: {
        assessedOn,
        assessor: material.operator,
        scores: scores.map(({ domain, level }) => ({
          domain,
          level: Math.min(5, Math.max(1, level + random.pick([0, 1, 1, 2, -1]))),
          wantsGoal: random.chance(0.2),
        })),
        ownView: random.pick(ownViews),
      },
    });
    await client.assessments.complete({ id });
    if (random.chance(0.2)) {
      const [code, note] = random.pick(specificNeeds);
      const need = { code, note, recordedOn: assessedOn };
      await client.specificNeeds.record({ personId, need });
    }
  }
}
