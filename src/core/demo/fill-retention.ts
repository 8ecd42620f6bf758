import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';

interface RetentionWork {
  client: Client;
  today: CalendarDate;
  setToday: (today: CalendarDate) => void;
}

/** Half a year of work knows no file that is too old: a short period lets the review list be looked at. */
export async function fillRetention({ client, today, setToday }: RetentionWork): Promise<void> {
  await client.retentionRules.save({
    code: 'standard',
    months: 3,
    reason: 'Registro dimostrativo: un periodo breve, perché l’elenco da rivedere non sia vuoto.',
  });
  const { items } = await client.retention.list({});
  const [held, proposed] = items;
  if (held) {
    await client.legalHolds.give({
      personId: held.personId,
      reason: 'Ricorso al TAR sulla residenza: gli atti servono fino alla sentenza.',
      untilOn: addMonths(today, 8),
    });
  }
  if (!proposed) return;
  setToday(addDays(today, -8));
  await client.erasures.start({
    personId: proposed.personId,
    manner: 'erase',
    ground: 'askedByPerson',
    askedOn: addDays(today, -9),
    reason: 'Lo ha chiesto a voce, allo sportello.',
  });
  setToday(today);
}
