import { type SqlBool, sql } from 'kysely';
import type { ProtocolEntry, ProtocolFilter } from '#api/protocol.ts';
import type { Db } from '../context.ts';
import type { ProtocolEntryTable } from '../database/tables/letter-tables.ts';

interface Row extends ProtocolEntryTable {
  listed_name: string | null;
  entered_by: string | null;
  answers_number: string | null;
  answered_id: string | null;
  answered_number: string | null;
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** A number of ours as typed, `12` or `12/2026`. */
const NUMBER = /^(\d{1,7})(?:\/(\d{4}))?$/;

function matchesQuery(query: string) {
  const found = NUMBER.exec(query);
  const like = `%${escaped(query)}%`;
  const inText = sql<SqlBool>`(protocol_entry.correspondent LIKE ${like} ESCAPE '\\'
    OR protocol_entry.subject LIKE ${like} ESCAPE '\\'
    OR protocol_entry.their_protocol LIKE ${like} ESCAPE '\\'
    OR protocol_entry.note LIKE ${like} ESCAPE '\\')`;
  if (!found) return inText;
  const [, number, year] = found;
  const isYear = year === undefined ? sql`1` : sql`protocol_entry.year = ${Number(year)}`;
  return sql<SqlBool>`((protocol_entry.number = ${Number(number)} AND ${isYear}) OR ${inText})`;
}

/** A restricted case that is not for this user is left out, number and all: coordinators see every one. */
const isForUser = sql<SqlBool>`(protocol_entry.person_id IS NULL OR person_line.person_id IS NOT NULL)`;

function entries(db: Db, filter: ProtocolFilter) {
  const { year, direction, query, from, to, onlyUnanswered } = filter;
  return db
    .selectFrom('protocol_entry')
    .leftJoin('person_line', 'person_line.person_id', 'protocol_entry.person_id')
    .where(isForUser)
    .$if(year !== undefined, (q) => q.where('protocol_entry.year', '=', year ?? 0))
    .$if(direction !== undefined, (q) =>
      q.where('protocol_entry.direction', '=', direction ?? 'in'),
    )
    .$if(from !== undefined, (q) => q.where('protocol_entry.entered_on', '>=', from ?? ''))
    .$if(to !== undefined, (q) => q.where('protocol_entry.entered_on', '<=', to ?? ''))
    .$if(query !== '', (q) => q.where(matchesQuery(query)))
    .$if(onlyUnanswered, (q) =>
      q
        .where('protocol_entry.direction', '=', 'in')
        .where('protocol_entry.annulled_on', 'is', null)
        .where(
          sql<SqlBool>`NOT EXISTS (SELECT 1 FROM protocol_entry answer WHERE answer.answers_id = protocol_entry.id)`,
        ),
    );
}

const link = (id: string | null, protocol: string | null) =>
  id === null || protocol === null ? undefined : { id, protocol };

function entryFromRow(row: Row): ProtocolEntry {
  const answers = link(row.answers_id, row.answers_number);
  const answeredBy = link(row.answered_id, row.answered_number);
  return {
    id: row.id,
    year: row.year,
    number: row.number,
    direction: row.direction,
    enteredOn: row.entered_on,
    correspondent: row.correspondent,
    subject: row.subject,
    ...(row.way === null ? {} : { way: row.way }),
    ...(row.document_on === null ? {} : { documentOn: row.document_on }),
    ...(row.their_protocol === null ? {} : { theirProtocol: row.their_protocol }),
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.person_id === null || row.listed_name === null
      ? {}
      : { person: { personId: row.person_id, listedName: row.listed_name } }),
    ...(row.letter_id === null ? {} : { letterId: row.letter_id }),
    ...(answers ? { answers } : {}),
    ...(answeredBy ? { answeredBy } : {}),
    ...(row.annulled_on === null
      ? {}
      : { annulledOn: row.annulled_on, annulledWhy: row.annulled_why ?? '' }),
    enteredBy: row.entered_by ?? '',
  };
}

const numberOf = (alias: string) => sql.raw(`${alias}.number || '/' || ${alias}.year`);

/** Newest number first unless asked for the order of a printed register. */
export async function listEntries(
  db: Db,
  filter: ProtocolFilter,
  { offset, limit, ascending = false }: { offset: number; limit: number; ascending?: boolean },
): Promise<ProtocolEntry[]> {
  const direction = ascending ? 'asc' : 'desc';
  const rows = await entries(db, filter)
    .leftJoin('user', 'user.id', 'protocol_entry.changed_by')
    .leftJoin('protocol_entry as asked', 'asked.id', 'protocol_entry.answers_id')
    .selectAll('protocol_entry')
    .select(['person_line.listed_name', 'user.name as entered_by'])
    .select(sql<string | null>`${numberOf('asked')}`.as('answers_number'))
    .select(
      sql<
        string | null
      >`(SELECT id FROM protocol_entry answer WHERE answer.answers_id = protocol_entry.id
        ORDER BY answer.year, answer.number LIMIT 1)`.as('answered_id'),
    )
    .select(
      sql<string | null>`(SELECT ${numberOf('answer')} FROM protocol_entry answer
        WHERE answer.answers_id = protocol_entry.id ORDER BY answer.year, answer.number LIMIT 1)`.as(
        'answered_number',
      ),
    )
    .orderBy('protocol_entry.year', direction)
    .orderBy('protocol_entry.number', direction)
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(entryFromRow);
}

export async function countEntries(db: Db, filter: ProtocolFilter): Promise<number> {
  const { total } = await entries(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export async function yearsOf(db: Db): Promise<number[]> {
  const rows = await entries(db, { query: '', onlyUnanswered: false })
    .select('protocol_entry.year')
    .distinct()
    .orderBy('protocol_entry.year', 'desc')
    .execute();
  return rows.map((row) => row.year);
}
