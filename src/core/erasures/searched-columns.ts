import { sql } from 'kysely';
import type { Db } from '../context.ts';

export interface TextTable {
  name: string;
  columns: string[];
  keys: string[];
  hasPerson: boolean;
}

/**
 * Other people's own names, staff, offices, and what is made from them: never changed by an erasure. So are
 * reports that were sent: numbers, and the office they went to.
 */
const OF_OTHERS =
  /^(person_name|person_line|name_word.*|person_search.*|user|register|organisation.*|release.*)$/;
/** Numbers and ids only, by their own rules. */
const WITHOUT_TEXT =
  /^(audit_.*|erasure|erased_person|counted_file|search_index|attachment_leftover)$/;
/** Codes, days and references: nothing anybody typed. Who withdrew, answered, led, talked or sent is typed. */
const NOT_WORDS =
  /^(?!(sent|withdrawn|answered|led|talk)_by$)(id|.*_id|.*_on|.*_at|.*_by|kind|state|status|.*_kind|level|sha256|media_type)$/;

/** Tables in which people write about people, with the columns they write into. */
export async function textTables(db: Db): Promise<TextTable[]> {
  const { rows } = await sql<{ table: string; column: string; type: string; pk: number }>`
    SELECT t.name AS "table", c.name AS "column", c.type, c.pk
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND t.name NOT LIKE 'sqlite_%'
    ORDER BY t.name, c.cid`.execute(db);
  const tables = new Map<string, TextTable>();
  for (const { table, column, type, pk } of rows) {
    if (OF_OTHERS.test(table) || WITHOUT_TEXT.test(table)) continue;
    const known = tables.get(table) ?? { name: table, columns: [], keys: [], hasPerson: false };
    if (pk > 0) known.keys.push(column);
    if (column === 'person_id') known.hasPerson = true;
    if (type === 'TEXT' && !NOT_WORDS.test(column)) known.columns.push(column);
    tables.set(table, known);
  }
  return [...tables.values()].filter(({ columns, keys }) => columns.length > 0 && keys.length > 0);
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();

/** As written, and in the cases in which people type it. */
export const typedForms = (word: string) => [
  ...new Set([word, word.toLowerCase(), word.toUpperCase(), capital(word)]),
];

/** SQL that is true where a column holds any of the forms. */
export function holdsAny(columns: readonly string[], forms: readonly string[]) {
  const parts = columns.flatMap((column) =>
    forms.map((form) => sql`instr(${sql.ref(column)}, ${form}) > 0`),
  );
  return sql<boolean>`(${sql.join(parts, sql` OR `)})`;
}
