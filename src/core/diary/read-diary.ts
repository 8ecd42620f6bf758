/*
 * The diary of a person: everything that happened, from every part of the register, newest first. Whoever sits
 * down with somebody they have never met must see in a minute what others did; looking through six tabs they
 * would not. What is still to come stands at the top.
 */
import { sql } from 'kysely';
import type { DiaryEntry, DiaryParameter } from '#api/diary.ts';
import type { DiaryKind } from '#domain/diary/diary.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { lastContacts } from '../services/last-contact.ts';
import type { DiaryRow } from './diary-source.ts';
import { diarySources } from './sources.ts';

interface WantedDiary {
  personId: string;
  kinds: DiaryKind[];
  from?: string | undefined;
  to?: string | undefined;
  offset: number;
  limit: number;
}

type Told = DiaryParameter | { rule: string } | null;

/** A rule of a deadline by its title; one that no file has any more by its code. */
function asWords(value: Told, { resources }: CoreContext): DiaryParameter | null {
  if (value === null || typeof value !== 'object' || !('rule' in value)) return value;
  const rule = resources.deadlineRules.find(({ code }) => code === value.rule);
  return rule ? { words: rule.title } : value.rule;
}

function paramsOf(context: CoreContext, json: string): Record<string, DiaryParameter> {
  const all: Record<string, Told> = JSON.parse(json);
  return Object.fromEntries(
    Object.entries(all)
      .map(([name, value]) => [name, asWords(value, context)] as const)
      .filter((one): one is [string, DiaryParameter] => one[1] !== null),
  );
}

export async function readDiary(context: CoreContext, wanted: WantedDiary) {
  const { db } = registerOf(context);
  const { personId, kinds, from, to, offset, limit } = wanted;
  await getCaseFile(db, personId);
  const chosen = diarySources.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const parts = chosen.map(
    ({ kind, rows }) => sql`SELECT ${sql.lit(kind)} AS kind, * FROM (${rows(personId)})`,
  );
  const period = sql`"on" >= ${from ?? '0000'} AND "on" <= ${to ?? '9999'}`;
  const { rows } = await sql<DiaryRow & { kind: DiaryKind; by_name: string | null; total: number }>`
    SELECT entry.*, user.name AS by_name, COUNT(*) OVER () AS total
    FROM (${sql.join(parts, sql` UNION ALL `)}) AS entry
    LEFT JOIN user ON user.id = entry.by_id
    WHERE ${period}
    ORDER BY "on" DESC, at DESC, entry.id DESC, summary DESC
    LIMIT ${limit} OFFSET ${offset}`.execute(db);
  const items = rows.map(
    (row): DiaryEntry => ({
      kind: row.kind,
      id: row.id,
      on: row.on,
      ...(row.at === null ? {} : { at: row.at }),
      summaryKey: row.summary,
      params: paramsOf(context, row.params),
      ...(row.note === null ? {} : { note: row.note }),
      ...(row.by_name === null ? {} : { by: row.by_name }),
    }),
  );
  const lastContactOn = (await lastContacts(db, { personId })).get(personId);
  return { items, total: rows[0]?.total ?? 0, ...(lastContactOn ? { lastContactOn } : {}) };
}
