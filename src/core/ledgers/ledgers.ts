import { ProcedureError } from '#api/errors.ts';
import type { Ledger, LedgerEntryShown } from '#api/ledgers.ts';
import { sumByState } from '#domain/programmes/ledger.ts';
import { capOfLine } from '#domain/programmes/programme-budget.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import type { LedgerEntryTable } from '../database/tables/ledger-tables.ts';
import { entriesOf, type LedgerHolder, ledgerHolder, type WhoseLedger } from './ledger-holder.ts';
import { traineeshipsOf } from './traineeships.ts';

function shownEntry(row: LedgerEntryTable & { overridden_by: string | null }): LedgerEntryShown {
  return {
    id: row.id,
    details: {
      line: row.line,
      state: row.state,
      cents: row.cents,
      units: row.units,
      on: row.due_on,
      ...(row.payee === null ? {} : { payee: row.payee }),
      ...(row.funding_source === null ? {} : { fundingSource: row.funding_source }),
      ...(row.receipt_number === null ? {} : { receiptNumber: row.receipt_number }),
      ...(row.receipt_id === null ? {} : { receiptId: row.receipt_id }),
      ...(row.pilot_id === null ? {} : { pilotId: row.pilot_id }),
      ...(row.note === null ? {} : { note: row.note }),
    },
    ...(row.override_reason === null ? {} : { overrideReason: row.override_reason }),
    ...(row.overridden_by === null ? {} : { overriddenBy: row.overridden_by }),
  };
}

function linesOf({ model }: LedgerHolder, rows: readonly LedgerEntryTable[]): Ledger['lines'] {
  return (model?.lines ?? []).map((line) => {
    const own = rows.filter((row) => row.line === line.code);
    const maxCents = capOfLine(line);
    return {
      code: line.code,
      name: line.name,
      payee: line.payee,
      ...(line.unitCents === undefined ? {} : { unitCents: line.unitCents }),
      ...(line.maxUnits === undefined ? {} : { maxUnits: line.maxUnits }),
      ...(maxCents === undefined ? {} : { maxCents }),
      ...(line.fundingSource === undefined ? {} : { fundingSource: line.fundingSource }),
      units: own.reduce((sum, row) => sum + row.units, 0),
      sums: sumByState(own),
    };
  });
}

/** Fails with `not_found`. */
export async function getLedger(context: CoreContext, whose: WhoseLedger): Promise<Ledger> {
  const { db } = registerOf(context);
  const holder = await ledgerHolder(db, whose);
  const { template, model, enrolmentId } = holder;
  const rows = await entriesOf(db, holder)
    .leftJoin('user', 'user.id', 'ledger_entry.override_by')
    .selectAll('ledger_entry')
    .select('user.name as overridden_by')
    .orderBy('due_on')
    .orderBy('ledger_entry.id')
    .execute();
  return {
    programmeId: holder.programmeId,
    programmeName: holder.programmeName,
    ...(holder.personId === undefined ? {} : { personId: holder.personId }),
    ...(model ? { budget: model.code } : {}),
    budgets: template.budgets.map(({ code, name }) => ({ code, name })),
    ...(model?.maxCentsPerPerson === undefined ? {} : { maxCents: model.maxCentsPerPerson }),
    sums: sumByState(rows),
    lines: linesOf(holder, rows),
    fundingSources: template.fundingSources,
    entries: rows.map(shownEntry),
    traineeships: enrolmentId === undefined ? [] : await traineeshipsOf(db, enrolmentId),
  };
}

/** Fails with `unknown_code`, `not_found`, and `budget_in_use` once there is money in the other one. */
export async function chooseBudget(
  context: CoreContext,
  { enrolmentId, budget }: { enrolmentId: string; budget: string },
) {
  const { db } = registerOf(context);
  const holder = await ledgerHolder(db, { enrolmentId });
  if (!holder.template.budgets.some(({ code }) => code === budget)) {
    throw new ProcedureError('unknown_code', { field: 'budget' });
  }
  const other = await entriesOf(db, holder)
    .select('id')
    .where('budget', '!=', budget)
    .executeTakeFirst();
  if (other) throw new ProcedureError('budget_in_use');
  await db
    .updateTable('enrolment')
    .set({ budget, ...changedNow(context) })
    .where('id', '=', enrolmentId)
    .execute();
  announceChange(context, 'ledgers');
  return {};
}
