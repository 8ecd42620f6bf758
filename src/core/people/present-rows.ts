/*
 * What of a person's history holds now: the contact to try first, where they live, the legal status, the last
 * reception. The first two are looked up; the last two are also columns of the person, because every list and
 * report filters by them, and are written again whenever their rows change or time passes over one.
 */
import { sql } from 'kysely';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { addressDetails, presentAddress } from '#domain/people/address.ts';
import { contactDetails } from '#domain/people/contact.ts';
import { legalStatusDetails } from '#domain/people/legal-status.ts';
import { presentOf } from '#domain/people/period.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { latestStay, receptionStayDetails } from '#domain/people/reception-stay.ts';
import type { Db } from '../context.ts';
import type { Changed } from '../database/tables/changed.ts';
import { alike, detailsFrom, type RecordTable } from './record-rows.ts';

type Present = Pick<PersonDetails, 'contact' | 'address'>;

async function contactRowsOf(db: Db, personId: string) {
  return db.selectFrom('person_contact').selectAll().where('person_id', '=', personId).execute();
}

async function presentAddressRow(db: Db, personId: string, today: CalendarDate) {
  const rows = await db
    .selectFrom('person_address')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  const addresses = rows.map((row) => ({ ...detailsFrom(addressDetails, row), row }));
  return presentAddress(addresses, today)?.row;
}

async function presentStatusRow(db: Db, personId: string, today: CalendarDate) {
  const rows = await db
    .selectFrom('legal_status_period')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return presentOf(
    rows.map((row) => ({ ...detailsFrom(legalStatusDetails, row), row })),
    today,
  )?.row;
}

async function latestStayRow(db: Db, personId: string) {
  const rows = await db
    .selectFrom('reception_stay')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute();
  return latestStay(rows.map((row) => ({ ...detailsFrom(receptionStayDetails, row), row })))?.row;
}

export async function getPresent(db: Db, personId: string, today: CalendarDate): Promise<Present> {
  const contact = (await contactRowsOf(db, personId)).find((row) => row.is_preferred === 1);
  const address = await presentAddressRow(db, personId, today);
  const known = contact && detailsFrom(contactDetails, contact);
  return {
    ...(known ? { contact: { kind: known.kind, value: known.value, safe: known.safe } } : {}),
    ...(address ? { address: address.address } : {}),
  };
}

/** Writes the columns that stand for the present legal status. */
export async function refreshLegalStatus(
  tx: Db,
  personId: string,
  today: CalendarDate,
): Promise<void> {
  const row = await presentStatusRow(tx, personId, today);
  await tx
    .updateTable('person')
    .set({ legal_status: row?.status ?? null })
    .where('id', '=', personId)
    .execute();
}

/** Writes the columns that stand for the last reception. */
export async function refreshReception(tx: Db, personId: string): Promise<void> {
  const row = await latestStayRow(tx, personId);
  await tx
    .updateTable('person')
    .set({ reception_type: row?.type ?? null, reception_exit_on: row?.to_on ?? null })
    .where('id', '=', personId)
    .execute();
}

/** For a register that was closed for a while: statuses that began or ended in the meantime. */
export async function refreshByTime(db: Db, today: CalendarDate): Promise<void> {
  const { rows } = await sql<{ person_id: string }>`
    SELECT DISTINCT person_id FROM legal_status_period JOIN person ON person.id = person_id
    WHERE (to_on < ${today} AND legal_status = status)
      OR (from_on <= ${today} AND from_on > substr(person.changed_at, 1, 10))`.execute(db);
  for (const { person_id } of rows) await refreshLegalStatus(db, person_id, today);
}

interface Write {
  personId: string;
  details: PersonDetails;
  today: CalendarDate;
  newId: () => string;
  changed: Changed;
}

type Told = Record<string, string | number | null>;
type Known = { id: string; revision: number } | undefined;

/** Corrects the row there is, or adds one; writes nothing when the row says the same already. */
async function writeRow(
  tx: Db,
  { personId, newId, changed }: Write,
  row: { table: RecordTable; known: Known; told: Told; first?: Told },
): Promise<void> {
  const { table, known, told, first } = row;
  if (!known) {
    await alike(tx)
      .insertInto(table)
      .values({ id: newId(), person_id: personId, revision: 1, ...first, ...told, ...changed })
      .execute();
    return;
  }
  const cells = known as unknown as Told;
  if (Object.entries(told).every(([column, cell]) => cells[column] === cell)) return;
  await alike(tx)
    .updateTable(table)
    .set({ ...told, ...changed, revision: known.revision + 1 })
    .where('id', '=', known.id)
    .execute();
}

/** Begins each history that `details` names a present of, or corrects its present row. */
export async function writePresent(tx: Db, write: Write): Promise<void> {
  const { personId, details, today } = write;
  const { contact, address, legalStatus, reception } = details;
  if (contact) {
    await writeRow(tx, write, {
      table: 'person_contact',
      known: (await contactRowsOf(tx, personId)).find((row) => row.is_preferred === 1),
      told: { kind: contact.kind, value: contact.value, safe: Number(contact.safe) },
      first: { owner: 'self', no_messages: 0, is_preferred: 1 },
    });
  }
  if (address) {
    await writeRow(tx, write, {
      table: 'person_address',
      known: await presentAddressRow(tx, personId, today),
      told: { address },
      first: { kind: 'domicile', safe_for_post: 0 },
    });
  }
  if (legalStatus) {
    await writeRow(tx, write, {
      table: 'legal_status_period',
      known: await presentStatusRow(tx, personId, today),
      told: { status: legalStatus },
    });
    await refreshLegalStatus(tx, personId, today);
  }
  if (reception) {
    await writeRow(tx, write, {
      table: 'reception_stay',
      known: await latestStayRow(tx, personId),
      told: { type: reception.type, to_on: reception.exitOn ?? null },
    });
    await refreshReception(tx, personId);
  }
}
