import { sql } from 'kysely';
import type { NamesToFind } from '#domain/letters/check-free-text.ts';
import type { Db } from '../context.ts';

/** Every spelling of the person's name, and the names of those who are tied to them. */
export async function namesToFind(db: Db, personId: string): Promise<NamesToFind> {
  const { rows } = await sql<{ name: string; own: number }>`
    SELECT given || ' ' || family || ' ' || coalesce(transliteration, '') AS name,
      kind NOT IN ('mother', 'father') AS own
    FROM person_name WHERE person_id = ${personId}
    UNION ALL
    SELECT other_name, 0 FROM tie WHERE person_id = ${personId} AND other_name IS NOT NULL
    UNION ALL
    SELECT given || ' ' || family || ' ' || coalesce(transliteration, ''), 0 FROM person_name
    WHERE person_id IN (
      SELECT other_person_id FROM tie WHERE person_id = ${personId}
      UNION SELECT person_id FROM tie WHERE other_person_id = ${personId})`.execute(db);
  const own = rows.filter((row) => row.own === 1).map((row) => row.name);
  const ownWords = new Set(own.flatMap((name) => name.split(/\s+/u)));
  // A family shares its name: that one is the person's too.
  const others = rows
    .filter((row) => row.own === 0)
    .map((row) =>
      row.name
        .split(/\s+/u)
        .filter((word) => !ownWords.has(word))
        .join(' '),
    );
  return { own, others };
}
