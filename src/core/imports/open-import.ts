/* The one spreadsheet that a coordinator is importing, kept in memory until it is saved, closed or locked away. */
import { createHash } from 'node:crypto';
import { ProcedureError } from '#api/errors.ts';
import type { ImportChoices } from '#domain/imports/import-field.ts';
import { personFromRow, type ReadRow } from '#domain/imports/person-from-row.ts';
import { type CoreContext, type OpenRegister, registerOf } from '../context.ts';
import type { Table } from './read-table.ts';

interface OpenImport extends Table {
  fileHash: Buffer;
  /** Raised by `imports.stop`. */
  isStopped: boolean;
}

/** By the open register: locking forgets it. */
const openImports = new WeakMap<OpenRegister, OpenImport>();

export function keepImport(context: CoreContext, table: Table, bytes: Uint8Array): Buffer {
  const fileHash = createHash('sha256').update(bytes).digest();
  openImports.set(registerOf(context), { ...table, fileHash, isStopped: false });
  return fileHash;
}

/** Fails with `import_closed` when no file is open. */
export function importOf(context: CoreContext): OpenImport {
  const open = openImports.get(registerOf(context));
  if (!open) throw new ProcedureError('import_closed');
  return open;
}

export function closeImport(context: CoreContext): void {
  openImports.delete(registerOf(context));
}

/** Rows of data with their number in the spreadsheet, from 1. Empty ones are left out. */
export function dataRows(
  { rows }: Table,
  { hasHeadings }: Pick<ImportChoices, 'hasHeadings'>,
): { row: number; cells: string[] }[] {
  return rows
    .map((cells, index) => ({ row: index + 1, cells }))
    .slice(hasHeadings ? 1 : 0)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

const AT_ONCE = 100;

interface Work {
  /** Tells how far it is, and lets other calls in between. Fails with `import_stopped`. */
  pause: (done: number) => Promise<void>;
}

/** Begins something long with the open file, which `imports.stop` ends. */
export function beginWork(context: CoreContext, choices: ImportChoices, task: string): Work {
  const open = importOf(context);
  open.isStopped = false;
  const total = dataRows(open, choices).length;
  return {
    pause: async (done) => {
      context.ports.emit({ name: 'progress', payload: { task, done, total } });
      await new Promise((resolve) => setImmediate(resolve));
      if (open.isStopped) throw new ProcedureError('import_stopped');
    },
  };
}

/** Goes through all rows. Fails with `import_stopped`. */
export async function forEachRow(
  context: CoreContext,
  choices: ImportChoices,
  { pause }: Work,
  use: (read: ReadRow & { row: number; cells: string[] }) => void | Promise<void>,
): Promise<void> {
  const today = context.ports.clock.today();
  for (const [index, { row, cells }] of dataRows(importOf(context), choices).entries()) {
    await use({ row, cells, ...personFromRow(cells, choices, today) });
    if (index % AT_ONCE === 0) await pause(index);
  }
}
