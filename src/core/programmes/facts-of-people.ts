/*
 * What the register knows of people, as the rules of programmes ask for it. One statement for everybody, because
 * a page that says who could join asks about the whole register. A fact that nobody wrote down is left out and
 * never guessed: no stay in reception on record does not mean that there was none.
 */
import { type RawBuilder, sql } from 'kysely';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import type { ProgrammeFacts } from '#domain/programmes/programme-fact.ts';
import type { Db } from '../context.ts';
import { type BirthColumns, birthOf } from '../people/person-rows.ts';

interface Row extends BirthColumns {
  person_id: string;
  listed_name: string;
  number: string;
  sex: string;
  legal_status: string | null;
  reception_type: string | null;
  reception_exit_on: string | null;
  country: string | null;
  work: string | null;
  italian: string | null;
  stays: number;
  centres: number;
  permit_issued: string | null;
  permit_expires: string | null;
  arrived: string | null;
  was_alone: number;
  is_alone: number;
  has_parent: number;
  address: string | null;
}

export interface KnownPerson {
  personId: string;
  listedName: string;
  caseNumber: string;
  facts: ProgrammeFacts;
}

/** Living with friends or on the street is no reception by the state. */
const NO_RECEPTION = sql`('informal', 'private')`;
/** Only minors without a parent are received there. */
const MINORS_RECEPTION = sql`('casMinors', 'saiMinors', 'minorsCommunity', 'familyFoster')`;

const rowsWhere = (condition: RawBuilder<unknown>) => sql<Row>`
  SELECT l.person_id, l.listed_name, c.number, p.sex, p.legal_status, p.reception_type, p.reception_exit_on,
    p.birth_year, p.birth_month, p.birth_day, p.birth_last_year, p.birth_certainty,
    (SELECT country FROM person_nationality n WHERE n.person_id = p.id AND n.position = 0) AS country,
    (SELECT status FROM person_work w WHERE w.person_id = p.id AND w.is_now = 1 ORDER BY w.id DESC LIMIT 1) AS work,
    (SELECT cefr FROM person_language g WHERE g.person_id = p.id AND g.language = 'ita') AS italian,
    (SELECT count(*) FROM reception_stay s WHERE s.person_id = p.id) AS stays,
    (SELECT count(*) FROM reception_stay s WHERE s.person_id = p.id AND s.type NOT IN ${NO_RECEPTION}) AS centres,
    d.issued_on AS permit_issued, d.expires_on AS permit_expires,
    CASE WHEN p.entry_day IS NOT NULL THEN printf('%04d-%02d-%02d', p.entry_year, p.entry_month, p.entry_day) END AS arrived,
    EXISTS (SELECT 1 FROM legal_status_period x WHERE x.person_id = p.id AND x.status = 'unaccompaniedMinor')
      OR EXISTS (SELECT 1 FROM reception_stay s WHERE s.person_id = p.id AND s.type IN ${MINORS_RECEPTION}) AS was_alone,
    p.legal_status = 'unaccompaniedMinor'
      OR EXISTS (SELECT 1 FROM specific_need n WHERE n.person_id = p.id AND n.code = 'SC-UC' AND n.ended_on IS NULL)
      OR EXISTS (SELECT 1 FROM tie t WHERE (t.person_id = p.id AND t.kind = 'guardian')
        OR (t.other_person_id = p.id AND t.kind = 'ward')) AS is_alone,
    EXISTS (SELECT 1 FROM tie t WHERE t.place IN ('sameHousehold', 'italy')
      AND ((t.person_id = p.id AND t.kind = 'parent') OR (t.other_person_id = p.id AND t.kind = 'child'))) AS has_parent,
    (SELECT address FROM person_address a WHERE a.person_id = p.id AND a.kind <> 'abroad' AND a.to_on IS NULL
      ORDER BY a.id DESC LIMIT 1) AS address
  FROM person_line l
  JOIN person p ON p.id = l.person_id
  JOIN case_file c ON c.person_id = l.person_id
  LEFT JOIN identity_document d ON d.id = (
    SELECT id FROM identity_document e WHERE e.person_id = p.id AND e.type = 'residencePermit'
      AND e.state NOT IN ('revoked', 'lost', 'replaced')
    ORDER BY coalesce(e.expires_on, e.issued_on, '') DESC LIMIT 1)
  WHERE ${condition}
  ORDER BY l.sort_name`;

/** The town of an address as people write it: what follows the postal code, or the last part. */
export function cityOf(address: string | null): string | undefined {
  if (!address) return undefined;
  const found =
    /\b\d{5}\s+([^,(\d]+)/.exec(address)?.[1] ??
    /,\s*([^,(\d]+)(?:\([^)]*\))?\s*$/.exec(address)?.[1];
  return found?.replace(/\s+[A-Z]{2}\s*$/, '').trim() || undefined;
}

/** Of EU and Italian citizens nobody asks for a permit. */
function isRegular(status: string | null): boolean | undefined {
  return status === null ? undefined : status !== 'irregular';
}

function factsOf(row: Row): ProgrammeFacts {
  const birth: PartialDate | undefined = birthOf(row);
  const city = cityOf(row.address);
  const given = {
    birth,
    sex: row.sex === 'unknown' ? undefined : row.sex,
    legalStatus: row.legal_status ?? undefined,
    nationality: row.country ?? undefined,
    residenceCountry: row.address ? 'ITA' : undefined,
    employmentStatus: row.work ?? undefined,
    italianLevel: row.italian ?? undefined,
    receptionType: row.reception_type ?? undefined,
    city,
    receptionExit: row.reception_exit_on ?? undefined,
    permitIssue: row.permit_issued ?? undefined,
    permitExpiry: row.permit_expires ?? undefined,
    arrival: row.arrived ?? undefined,
    unaccompanied: row.is_alone ? true : row.has_parent ? false : undefined,
    arrivedUnaccompanied: row.was_alone ? true : undefined,
    regularStay: isRegular(row.legal_status),
    wasInReception: row.stays === 0 ? undefined : row.centres > 0,
  };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as ProgrammeFacts;
}

const knownPerson = (row: Row): KnownPerson => ({
  personId: row.person_id,
  listedName: row.listed_name,
  caseNumber: row.number,
  facts: factsOf(row),
});

/** Everybody whose file is open, by name. */
export async function peopleWithOpenFile(db: Db): Promise<KnownPerson[]> {
  const { rows } = await rowsWhere(sql`l.is_open = 1`).execute(db);
  return rows.map(knownPerson);
}

/** Those of the ids who are in the register; also with a closed file. */
export async function knownPeople(db: Db, ids: readonly string[]): Promise<KnownPerson[]> {
  const list = JSON.stringify(ids);
  const { rows } = await rowsWhere(
    sql`l.person_id IN (SELECT value FROM json_each(${list}))`,
  ).execute(db);
  return rows.map(knownPerson);
}
