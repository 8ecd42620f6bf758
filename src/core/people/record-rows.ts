/*
 * Rows of a person's record: contacts, addresses, documents, periods. Each kind has its own table and its own
 * rules; listing, saving and removing are the same for all, with the same guard against overwriting unseen.
 */
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { PersonRecordTables } from '../database/tables/person-record-tables.ts';
import { getCaseFile } from './queries.ts';

export type RecordTable = keyof PersonRecordTables;
type Cell = string | number | null;
type Cells = Record<string, Cell>;

export interface RecordWrite {
  context: CoreContext;
  personId: string;
  /** The row that is added or changed; absent when it was removed. */
  id?: string;
}

export interface RecordKind<S extends z.ZodObject> {
  table: RecordTable;
  /** Its fields are the columns of the table, in snake case. */
  details: S;
  /** Rows are listed from the greatest key down. */
  sortKey: (details: z.output<S>) => string;
  checkCodes?: (context: CoreContext, details: z.output<S>) => void;
  beforeWrite?: (tx: Db, write: RecordWrite, details: z.output<S>) => Promise<void>;
  afterWrite?: (tx: Db, write: RecordWrite) => Promise<void>;
}

/** Tables of records seen alike: what differs between them is in the schema of the kind. */
export const alike = (db: Db) => db as unknown as Kysely<Record<string, Cells>>;

const columnOf = (field: string) => field.replace(/[A-Z]/g, (char) => `_${char.toLowerCase()}`);

export function cellsOf<S extends z.ZodObject>(schema: S, details: z.output<S>): Cells {
  const values = details as Record<string, string | number | boolean | undefined>;
  return Object.fromEntries(
    Object.keys(schema.shape).map((field) => {
      const value = values[field];
      const cell = typeof value === 'boolean' ? Number(value) : value;
      return [columnOf(field), cell === undefined || cell === '' ? null : cell];
    }),
  );
}

const isYesOrNo = (type: z.core.$ZodType): boolean =>
  type instanceof z.ZodOptional ? isYesOrNo(type.unwrap()) : type instanceof z.ZodBoolean;

export function detailsFrom<S extends z.ZodObject>(schema: S, row: object): z.output<S> {
  const cells = row as Cells;
  const fields = Object.entries(schema.shape).flatMap(([field, type]) => {
    const cell = cells[columnOf(field)];
    if (cell === null || cell === undefined) return [];
    return [[field, isYesOrNo(type) ? cell === 1 : cell]];
  });
  return Object.fromEntries(fields) as z.output<S>;
}

/** A person whose record changed counts as changed; their own revision stays. */
export async function touchPerson(tx: Db, context: CoreContext, personId: string): Promise<void> {
  await tx.updateTable('person').set(changedNow(context)).where('id', '=', personId).execute();
}

/** Fails with `not_found` or `changed_meanwhile`. */
async function changeRow(
  tx: Db,
  table: RecordTable,
  row: { id: string; personId: string; revision: number; cells: Cells },
): Promise<void> {
  const { id, personId, revision, cells } = row;
  const { numUpdatedRows } = await alike(tx)
    .updateTable(table)
    .set(cells)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  const known = await alike(tx)
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  throw new ProcedureError(known ? 'changed_meanwhile' : 'not_found');
}

export interface SaveInput<D> {
  personId: string;
  id?: string | undefined;
  revision?: number | undefined;
  details: D;
}

/** One more row of somebody, in a transaction of the caller, who indexes the person afterwards. */
export async function addRow<S extends z.ZodObject>(
  tx: Db,
  kind: RecordKind<S>,
  { context, personId }: RecordWrite,
  details: z.output<S>,
): Promise<void> {
  kind.checkCodes?.(context, details);
  const cells = { ...cellsOf(kind.details, details), revision: 1, ...changedNow(context) };
  await alike(tx)
    .insertInto(kind.table)
    .values({ id: context.ports.ids.next(), person_id: personId, ...cells })
    .execute();
}

async function save<S extends z.ZodObject>(
  kind: RecordKind<S>,
  context: CoreContext,
  { personId, id: known, revision: before = 0, details }: SaveInput<z.output<S>>,
): Promise<{ id: string; revision: number }> {
  kind.checkCodes?.(context, details);
  const id = known ?? context.ports.ids.next();
  const revision = before + 1;
  const write = { context, personId, id };
  const cells = { ...cellsOf(kind.details, details), revision, ...changedNow(context) };
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      await getCaseFile(tx, personId);
      await kind.beforeWrite?.(tx, write, details);
      if (known !== undefined) {
        await changeRow(tx, kind.table, { id, personId, revision: before, cells });
      } else {
        await alike(tx)
          .insertInto(kind.table)
          .values({ id, person_id: personId, ...cells })
          .execute();
      }
      await kind.afterWrite?.(tx, write);
      await touchPerson(tx, context, personId);
    });
  announceChange(context, 'people');
  return { id, revision };
}

async function remove<S extends z.ZodObject>(
  kind: RecordKind<S>,
  context: CoreContext,
  { id }: { id: string },
): Promise<Record<string, never>> {
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const row = await alike(tx)
        .deleteFrom(kind.table)
        .where('id', '=', id)
        .returning('person_id')
        .executeTakeFirst();
      if (!row) throw new ProcedureError('not_found');
      const personId = String(row.person_id);
      await kind.afterWrite?.(tx, { context, personId });
      await touchPerson(tx, context, personId);
    });
  announceChange(context, 'people');
  return {};
}

async function list<S extends z.ZodObject>(kind: RecordKind<S>, db: Db, personId: string) {
  await getCaseFile(db, personId);
  const rows = await alike(db)
    .selectFrom(kind.table)
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute();
  const items = rows.map((row) => ({
    id: String(row.id),
    revision: Number(row.revision),
    details: detailsFrom(kind.details, row),
    changedAt: String(row.changed_at),
  }));
  const key = (item: { details: z.output<S> }) => kind.sortKey(item.details);
  return items.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/** The three calls of a kind of row. */
export function recordHandlers<S extends z.ZodObject>(kind: RecordKind<S>) {
  return {
    list: async (context: CoreContext, { personId }: { personId: string }) => ({
      items: await list(kind, registerOf(context).db, personId),
    }),
    save: (context: CoreContext, input: SaveInput<z.output<S>>) => save(kind, context, input),
    remove: (context: CoreContext, input: { id: string }) => remove(kind, context, input),
  };
}
