import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { EventKind } from '#domain/deadlines/fact-kind.ts';
import { seededRandom } from './seeded-random.ts';

interface Noted {
  kind: EventKind;
  /** Days from the last day of the demonstration. */
  day: number;
  term?: number;
  note?: string;
}

const EVENTS: readonly Noted[] = [
  { kind: 'hearing', day: 12, note: 'Ore 9.30. Portare i certificati della scuola di italiano.' },
  { kind: 'decisionNotified', day: -5, term: 30, note: 'Consegnata a mano in Questura.' },
  { kind: 'domicileMoved', day: -11 },
  { kind: 'didSigned', day: -21 },
  { kind: 'decisionNotified', day: -3 },
  { kind: 'reunificationAsked', day: -140 },
  { kind: 'asylumApplication', day: -55 },
  { kind: 'permitRenewed', day: -50 },
  { kind: 'hostPlacement', day: -1, note: 'Famiglia del quartiere, accordo di sei mesi.' },
  { kind: 'saiEntry', day: -150 },
];

const CALLS: readonly (readonly [day: number, note: string])[] = [
  [0, 'Ha chiesto notizie del corso di italiano.'],
  [0, 'Dopo le 18, non lasciare messaggi.'],
  [1, 'Confermare l’appuntamento all’ASL.'],
  [-2, 'Non ha risposto: riprovare.'],
];

/** Some of the invented people get a procedure in course, a call to make, a date of their own. */
export async function fillDeadlines(
  client: Client,
  people: readonly string[],
  { seed, today }: { seed: number; today: CalendarDate },
): Promise<void> {
  if (people.length === 0) return;
  const random = seededRandom(seed ^ 0xdead);
  for (const { kind, day, term, note } of EVENTS) {
    await client.procedureEvents.save({
      personId: random.pick(people),
      details: {
        kind,
        on: addDays(today, day),
        sourceSeen: random.chance(0.7),
        ...(term === undefined ? {} : { term }),
        ...(note === undefined ? {} : { note }),
      },
    });
  }
  for (const [day, note] of CALLS) {
    const details = { kind: 'callBack' as const, dueOn: addDays(today, day), note };
    await client.tasks.save({ personId: random.pick(people), details });
  }
  await client.tasks.save({
    personId: random.pick(people),
    details: {
      kind: 'ownDeadline',
      title: 'Portare la bolletta al Comune per il cambio di residenza',
      dueOn: addDays(today, 4),
    },
  });
}
