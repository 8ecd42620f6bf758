import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import { weekdayOf, weekOf } from '#domain/dates/week.ts';
import type { SeededRandom } from './seeded-random.ts';

interface ServicesWork {
  client: Client;
  random: SeededRandom;
  /** The users of the desk; what is done is done by one of them. */
  workerIds: string[];
  mediators: string[];
  lastDay: CalendarDate;
}

const notes: [type: string, note: string, outcome: string][] = [
  ['INF', 'Come si rinnova il permesso e quali documenti servono.', 'Sa che cosa portare'],
  ['DOC', 'Compilata la domanda insieme, copie fatte.', 'Domanda consegnata'],
  ['LEG', 'Letta insieme la lettera della Questura.', 'Appuntamento con l’avvocata'],
  ['WRK', 'Preparato il curriculum in italiano.', 'Curriculum pronto'],
  ['HOU', 'Chiamati tre annunci, uno risponde.', 'Visita fissata'],
  ['ACC', 'Accompagnamento all’anagrafe.', 'Residenza richiesta'],
  ['ITA', 'Colloquio per il livello di italiano.', 'Iscrizione al corso A1'],
  ['SOC', 'Invito alla cena di quartiere.', ''],
];

export interface OpenFile {
  personId: string;
  openedOn: CalendarDate;
}

/** What is noted for somebody in the weeks after the file was opened. */
async function noteServices(work: ServicesWork, { personId, openedOn }: OpenFile): Promise<void> {
  const { client, random, workerIds, mediators, lastDay } = work;
  const days = Math.min(daysBetween(openedOn, lastDay), 90) + 1;
  const times = random.below(4);
  for (let index = 0; index < times; index++) {
    const [type, note, outcome] = random.pick(notes);
    const attendance = random.chance(0.85) ? 'attended' : 'noShow';
    await client.services.save({
      personId,
      details: {
        type,
        doneOn: addDays(openedOn, random.below(days)),
        minutes: random.pick([10, 15, 30, 60]),
        channel: random.pick([
          'inPerson',
          'inPerson',
          'phone',
          'message',
          'accompaniment',
        ] as const),
        attendance,
        workerId: random.pick(workerIds),
        ...(random.chance(0.3) ? { mediator: random.pick(mediators) } : {}),
        ...(attendance === 'attended' ? { note, outcome, place: 'Sportello di via Bologna' } : {}),
      },
    });
  }
  if (random.chance(0.6)) {
    await client.caseFiles.assign({ personId, workerId: random.pick(workerIds) });
  }
}

const plannedKinds = ['talk', 'talk', 'office', 'hearing', 'medical', 'call'] as const;
const hours = ['09:00', '09:30', '10:00', '11:00', '14:30', '15:00', '16:00', '17:00'];

/** Services of the past months, and this week and the next: appointments, lessons, the meeting of the team. */
export async function fillServices(work: ServicesWork, files: OpenFile[]): Promise<void> {
  for (const file of files) await noteServices(work, file);
  const personIds = files.map((file) => file.personId);
  const { client, random, workerIds, lastDay } = work;
  const monday = weekOf(lastDay)[0] ?? lastDay;
  const workerId = workerIds[0] ?? '';
  for (const personId of personIds.slice(-24)) {
    if (!random.chance(0.7)) continue;
    const { id } = await client.appointments.save({
      details: {
        on: addDays(monday, random.pick([0, 1, 2, 3, 4, 7, 8, 9, 10])),
        start: random.pick(hours),
        minutes: random.pick([30, 45, 60]),
        kind: random.pick(plannedKinds),
        personIds: [personId],
        workerId: random.pick(workerIds),
        place: 'Sportello di via Bologna',
      },
    });
    const { details } = await client.appointments.get({ id });
    if (details.on < lastDay) {
      await client.appointments.record({ id, state: random.chance(0.8) ? 'kept' : 'missed' });
    }
  }
  await client.appointments.save({
    details: {
      on: addDays(monday, 2),
      start: '18:00',
      minutes: 60,
      kind: 'meeting',
      about: 'Riunione di équipe',
      personIds: [],
      workerId,
    },
    repeat: { unit: 'week', every: 2, until: addDays(monday, 60) },
  });
  await holdLessons(work, personIds.slice(-12));
}

async function holdLessons(work: ServicesWork, personIds: string[]): Promise<void> {
  const { client, random, lastDay } = work;
  const lastTuesday = addDays(lastDay, -((weekdayOf(lastDay) + 6) % 7) - 7);
  const first = addDays(lastTuesday, -14);
  const details = { type: 'ITA', title: 'Italiano A1', start: '17:30', minutes: 90 };
  const place = 'Biblioteca di quartiere';
  const participants = personIds.map((personId) => ({ personId, attendance: 'expected' as const }));
  const { id } = await client.sessions.save({
    details: { ...details, heldOn: first, place, ledBy: 'Marta Gallo' },
    participants,
  });
  await client.sessions.repeat({ id, everyWeeks: 1, until: addDays(lastDay, 14) });
  const { items } = await client.sessions.list({ to: lastDay });
  for (const { id: held } of items) {
    const session = await client.sessions.get({ id: held });
    const called = session.participants.map(({ personId }) => ({
      personId,
      attendance: random.pick(['present', 'present', 'present', 'absent', 'excused'] as const),
    }));
    await client.sessions.save({
      id: held,
      revision: session.revision,
      details: session.details,
      participants: called,
    });
  }
}
