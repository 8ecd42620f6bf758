/*
 * One line in the ledger. What goes over a cap of the call is refused, with the sum that is allowed; only a
 * coordinator writes it all the same, with a reason that stays beside it.
 */
import { ProcedureError } from '#api/errors.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import {
  instalmentDays,
  type LedgerEntryDetails,
  type LedgerState,
} from '#domain/programmes/ledger.ts';
import {
  type BudgetModel,
  capsAgainst,
  type LedgerEntry,
  type OverCap,
} from '#domain/programmes/programme-budget.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { LedgerEntryTable } from '../database/tables/ledger-tables.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import {
  entriesOf,
  getEntry,
  type LedgerHolder,
  ledgerHolder,
  type WhoseLedger,
} from './ledger-holder.ts';

const MOST_ENTRIES = 500;

function refusalOf(over: OverCap): ProcedureError {
  switch (over.reason) {
    case 'unknownLine':
      return new ProcedureError('unknown_code', { field: 'line' });
    case 'units':
      return new ProcedureError('over_cap_units', { allowed: over.allowed, wanted: over.wanted });
    default:
      return new ProcedureError(over.reason === 'line' ? 'over_cap_line' : 'over_cap_person', {
        allowed: over.allowedCents / 100,
        wanted: over.wantedCents / 100,
      });
  }
}

function modelIn({ model }: LedgerHolder): BudgetModel {
  if (!model) throw new ProcedureError('budget_missing');
  return model;
}

function checkDay(context: CoreContext, { state, on }: { state: LedgerState; on: CalendarDate }) {
  if (state === 'paid' && on > context.ports.clock.today()) {
    throw new ProcedureError('date_in_future');
  }
}

function sourceOf(holder: LedgerHolder, details: LedgerEntryDetails): string | null {
  const line = holder.model?.lines.find(({ code }) => code === details.line);
  const source = details.fundingSource ?? line?.fundingSource;
  if (source === undefined) return null;
  if (!holder.template.fundingSources.some(({ code }) => code === source)) {
    throw new ProcedureError('unknown_code', { field: 'fundingSource' });
  }
  return source;
}

/** A receipt is a paper in the file of the same person. */
async function checkReceipt(db: Db, holder: LedgerHolder, { receiptId }: LedgerEntryDetails) {
  if (receiptId === undefined) return;
  const paper = await db
    .selectFrom('attachment')
    .select('id')
    .where('id', '=', receiptId)
    .where('person_id', '=', holder.personId ?? '')
    .executeTakeFirst();
  if (!paper) throw new ProcedureError('not_found');
}

/** A pilot of the same programme, in its own ledger: nobody's grant pays for one. */
async function checkPilot(db: Db, holder: LedgerHolder, { pilotId }: LedgerEntryDetails) {
  if (pilotId === undefined) return;
  const pilot = await db
    .selectFrom('pilot')
    .select('id')
    .where('id', '=', pilotId)
    .where('programme_id', '=', holder.programmeId)
    .executeTakeFirst();
  if (!pilot || holder.enrolmentId !== undefined) throw new ProcedureError('not_found');
}

async function otherEntries(db: Db, holder: LedgerHolder, id?: string): Promise<LedgerEntry[]> {
  const rows = await entriesOf(db, holder).select(['id', 'line', 'cents', 'units']).execute();
  const others = rows.filter((row) => row.id !== id);
  if (others.length >= MOST_ENTRIES) throw new ProcedureError('ledger_full');
  return others;
}

const wasPassed = (before: LedgerEntryTable | undefined, wanted: LedgerEntry) =>
  before?.override_reason != null &&
  before.line === wanted.line &&
  wanted.cents <= before.cents &&
  wanted.units <= before.units;

/** Who passes the cap and why, or nulls where it holds. Fails with the cap, or `role_missing`. */
function overrideOf(
  context: CoreContext,
  over: OverCap[],
  { reason, before, wanted }: { reason?: string; before?: LedgerEntryTable; wanted: LedgerEntry },
) {
  const [first] = over;
  if (!first) return { override_reason: null, override_by: null };
  if (first.reason === 'unknownLine') throw refusalOf(first);
  if (reason === undefined) {
    if (!before || !wasPassed(before, wanted)) throw refusalOf(first);
    return { override_reason: before.override_reason, override_by: before.override_by };
  }
  const { user } = registerOf(context);
  if (user.role !== 'coordinator') throw new ProcedureError('role_missing');
  return { override_reason: reason, override_by: user.id };
}

interface SavedEntry {
  id?: string | undefined;
  ledger: WhoseLedger;
  details: LedgerEntryDetails;
  overrideReason?: string | undefined;
}

export async function saveEntry(context: CoreContext, wanted: SavedEntry) {
  const { db } = registerOf(context);
  const { details, overrideReason } = wanted;
  const holder = await ledgerHolder(db, wanted.ledger);
  const model = modelIn(holder);
  checkDay(context, details);
  await checkReceipt(db, holder, details);
  await checkPilot(db, holder, details);
  const before = wanted.id === undefined ? undefined : await getEntry(db, wanted.id);
  if (
    before &&
    (before.programme_id !== holder.programmeId ||
      before.enrolment_id !== (holder.enrolmentId ?? null))
  ) {
    throw new ProcedureError('not_found');
  }
  const others = await otherEntries(db, holder, wanted.id);
  const id = wanted.id ?? context.ports.ids.next();
  const columns = {
    budget: model.code,
    line: details.line,
    state: details.state,
    cents: details.cents,
    units: details.units,
    due_on: details.on,
    payee: details.payee ?? null,
    funding_source: sourceOf(holder, details),
    receipt_number: details.receiptNumber ?? null,
    receipt_id: details.receiptId ?? null,
    pilot_id: details.pilotId ?? null,
    note: details.note ?? null,
    ...overrideOf(context, capsAgainst(model, others, details), {
      wanted: details,
      ...(overrideReason === undefined ? {} : { reason: overrideReason }),
      ...(before ? { before } : {}),
    }),
    ...changedNow(context),
  };
  if (before) {
    await db.updateTable('ledger_entry').set(columns).where('id', '=', id).execute();
  } else {
    await db
      .insertInto('ledger_entry')
      .values({
        id,
        programme_id: holder.programmeId,
        enrolment_id: holder.enrolmentId ?? null,
        ...columns,
      })
      .execute();
  }
  announceChange(context, 'ledgers');
  return { id };
}

interface Instalments {
  enrolmentId: string;
  line: string;
  first: CalendarDate;
  count: number;
  cents: number;
}

/** All of them or none: half a plan would look like a whole one. */
export async function planInstalments(context: CoreContext, wanted: Instalments) {
  const { db } = registerOf(context);
  const { enrolmentId, line, first, count, cents } = wanted;
  const holder = await ledgerHolder(db, { enrolmentId });
  const model = modelIn(holder);
  const others = await otherEntries(db, holder);
  const [over] = capsAgainst(model, others, { line, cents: cents * count, units: count });
  if (over) throw refusalOf(over);
  const details = { line, state: 'planned' as const, cents, units: 1, on: first };
  const funding_source = sourceOf(holder, details);
  const rows = instalmentDays(first, count).map((due_on) => ({
    id: context.ports.ids.next(),
    programme_id: holder.programmeId,
    enrolment_id: enrolmentId,
    budget: model.code,
    line,
    state: details.state,
    cents,
    units: 1,
    due_on,
    payee: null,
    funding_source,
    receipt_number: null,
    receipt_id: null,
    pilot_id: null,
    note: null,
    override_reason: null,
    override_by: null,
    ...changedNow(context),
  }));
  await db.insertInto('ledger_entry').values(rows).execute();
  announceChange(context, 'ledgers');
  return { added: rows.length };
}

/** Planned becomes committed becomes paid, and back when it was a mistake. */
export async function recordEntry(
  context: CoreContext,
  { id, state, on }: { id: string; state: LedgerState; on: CalendarDate },
) {
  const { db } = registerOf(context);
  await getEntry(db, id);
  checkDay(context, { state, on });
  await db
    .updateTable('ledger_entry')
    .set({ state, due_on: on, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'ledgers');
  return {};
}

export async function removeEntry(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await getEntry(db, id);
  await db.deleteFrom('ledger_entry').where('id', '=', id).execute();
  keepForUndo(context, id, async (tx) => {
    // The paper, or the pilot, may be gone by now.
    const paper = await tx
      .selectFrom('attachment')
      .select('id')
      .where('id', '=', row.receipt_id ?? '')
      .executeTakeFirst();
    const pilot = await tx
      .selectFrom('pilot')
      .select('id')
      .where('id', '=', row.pilot_id ?? '')
      .executeTakeFirst();
    await tx
      .insertInto('ledger_entry')
      .values({ ...row, receipt_id: paper?.id ?? null, pilot_id: pilot?.id ?? null })
      .execute();
  });
  announceChange(context, 'ledgers');
  return {};
}

export async function restoreEntry(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'ledgers');
  return {};
}
