import { z } from 'zod';
import type { ReleaseFormat } from '#api/grant.ts';
import type { Release } from '#api/releases.ts';
import { type Summary, summary as summarySchema } from '#api/reports.ts';
import { cellRoles } from '#disclosure/disclosure-problem.ts';
import type { SentRelease } from '#disclosure/release.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import type { Db } from '../context.ts';
import type { ReleaseTable } from '../database/tables/release-tables.ts';

/** The part of a release that protects later ones, as it stands in its row. */
const storedSystem = z.strictObject({
  cells: z.record(z.string(), z.int()),
  relations: z.array(z.strictObject({ total: z.string(), parts: z.array(z.string()) })),
  roles: z.record(z.string(), z.enum(cellRoles)),
  cellThresholds: z.record(z.string(), z.int()),
  suppressed: z.array(z.string()),
});

export function systemText(release: SentRelease): string {
  const { cells, relations, roles = {}, cellThresholds = {}, suppressed } = release;
  return JSON.stringify({ cells, relations, roles, cellThresholds, suppressed });
}

function sentRelease(row: ReleaseTable): SentRelease {
  return {
    id: row.id,
    from: row.period_from,
    to: row.period_to,
    threshold: row.threshold,
    ...storedSystem.parse(JSON.parse(row.system)),
  };
}

/** Everything sent so far about one population, oldest first: the rest of the system of a new report. */
export async function sentReleases(db: Db, population: string): Promise<SentRelease[]> {
  const rows = await db
    .selectFrom('release')
    .selectAll()
    .where('population', '=', population)
    .orderBy('number')
    .execute();
  return rows.map(sentRelease);
}

/** Reports of before plans had three tables, which said by their names what they were of. */
const shapesOfBefore: Readonly<Record<string, { rowsBy: string; columnsBy: string | null }>> = {
  sexByAge: { rowsBy: 'ageBand', columnsBy: 'sex' },
  nationality: { rowsBy: 'nationality', columnsBy: null },
  legalStatus: { rowsBy: 'legalStatus', columnsBy: null },
};

const anyTables = z.looseObject({ tables: z.array(z.looseObject({ name: z.string() })) });

function printedSummary(row: Pick<ReleaseTable, 'printed'>): Summary {
  const stored = anyTables.parse(JSON.parse(row.printed));
  const tables = stored.tables.map((table) => ({ ...shapesOfBefore[table.name], ...table }));
  return summarySchema.parse({ ...stored, tables });
}

/** What is said of a release in lists; never its true counts. */
export async function listReleases(db: Db): Promise<Release[]> {
  const rows = await db
    .selectFrom('release')
    .leftJoin('user', 'user.id', 'release.changed_by')
    .selectAll('release')
    .select('user.name as sent_by')
    .orderBy('number', 'desc')
    .execute();
  const files = await db
    .selectFrom('release_file')
    .select(['release_id', 'format', 'byte_count', 'sha256'])
    .orderBy('format')
    .execute();
  const printed = rows.map((row) => ({ row, summary: printedSummary(row) }));
  return printed.map(({ row, summary: { plan, total } }) => ({
    id: row.id,
    number: row.number,
    sentOn: row.sent_on,
    sentBy: row.sent_by ?? '',
    recipient: row.recipient,
    period: { from: row.period_from, to: row.period_to },
    threshold: row.threshold,
    ...(plan?.programmeId ? { programmeId: plan.programmeId } : {}),
    total,
    language: row.language as InterfaceLanguage,
    seal: row.seal,
    files: files
      .filter(({ release_id }) => release_id === row.id)
      .map(({ format, byte_count, sha256 }) => ({
        format: format as ReleaseFormat,
        byteCount: byte_count,
        sha256,
      })),
  }));
}

export interface KeptRelease {
  summary: Summary;
  sent: SentRelease;
}

export async function findRelease(db: Db, id: string): Promise<KeptRelease | undefined> {
  const row = await db.selectFrom('release').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { summary: printedSummary(row), sent: sentRelease(row) };
}

export async function nextNumber(db: Db): Promise<number> {
  const { last } = await db
    .selectFrom('release')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
