import { type SqlBool, sql } from 'kysely';

/**
 * True of people whose file is open. The sign before the column keeps SQLite from walking through the index of
 * everybody with an open file first, where a question is about the few who have something due.
 */
export const hasOpenFile = sql<SqlBool>`+person_line.is_open = 1`;
