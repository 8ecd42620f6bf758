/*
 * People whom nobody has met for a long time though their file is open. Disengagement is the usual way in
 * which a person at risk disappears, and no deadline reminds of it: the file simply stays silent. After the
 * days the association has chosen it is flagged, so that somebody calls before it is closed as "no contact".
 */
import { sql } from 'kysely';
import type { LostContact } from '#api/referrals.ts';
import { lostContactDaysOf } from '#domain/casework/association.ts';
import { addDays, type CalendarDate, daysBetween } from '#domain/dates/calendar-date.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { hasOpenFile } from '../people/open-line.ts';
import { lastContacts } from '../services/last-contact.ts';
import { getAssociation } from '../settings/association.ts';

const MOST_ROWS = 500;

/** The last day the register shows the person taking part in something. */
export const lastContactOn = sql<string>`max(
  case_file.opened_on,
  coalesce(
    (SELECT max(assessed_on) FROM assessment WHERE assessment.person_id = case_file.person_id), ''),
  coalesce((SELECT max(given_on) FROM consent WHERE consent.person_id = case_file.person_id), ''),
  coalesce((SELECT max(signed_on) FROM plan WHERE plan.person_id = case_file.person_id), ''),
  coalesce((SELECT max(opened_on) FROM referral WHERE referral.person_id = case_file.person_id), '')
)`;

interface LostContactQuery {
  today: CalendarDate;
  afterDays: number;
  personIds?: string[] | undefined;
}

/** Days of services, sessions and appointments they came to; of these people, or of everybody. */
async function daysOfServices(
  db: Db,
  personIds: string[] | undefined,
): Promise<Map<string, string>> {
  if (personIds === undefined) return lastContacts(db);
  const found = new Map<string, string>();
  for (const personId of personIds) {
    for (const [id, day] of await lastContacts(db, { personId })) found.set(id, day);
  }
  return found;
}

/** Longest silence first, at most 500. */
async function findLostContacts(
  db: Db,
  { today, afterDays, personIds }: LostContactQuery,
): Promise<LostContact[]> {
  const last = addDays(today, -afterDays);
  const rows = await db
    .selectFrom('case_file')
    .innerJoin('person_line', 'person_line.person_id', 'case_file.person_id')
    .select(['case_file.person_id', 'listed_name', lastContactOn.as('last_contact_on')])
    .where(hasOpenFile)
    // Whoever came less than that ago cannot be silent for longer.
    .where('case_file.opened_on', '<=', last)
    .$if(personIds !== undefined, (query) =>
      query.where(
        'case_file.person_id',
        'in',
        sql<string>`(SELECT value FROM json_each(${JSON.stringify(personIds ?? [])}))`,
      ),
    )
    .execute();
  const services = await daysOfServices(db, personIds);
  const silent = rows.flatMap((row): LostContact[] => {
    const served = services.get(row.person_id) ?? '';
    const day = served > row.last_contact_on ? served : row.last_contact_on;
    if (day > last) return [];
    return [
      {
        personId: row.person_id,
        listedName: row.listed_name,
        lastContactOn: day,
        days: daysBetween(day, today),
      },
    ];
  });
  silent.sort((a, b) => b.days - a.days || (a.listedName < b.listedName ? -1 : 1));
  return silent.slice(0, MOST_ROWS);
}

export async function listLostContacts(
  context: CoreContext,
  { personIds }: { personIds?: string[] | undefined },
) {
  const { db } = registerOf(context);
  const afterDays = lostContactDaysOf(await getAssociation(db));
  const today = context.ports.clock.today();
  return { afterDays, items: await findLostContacts(db, { today, afterDays, personIds }) };
}
