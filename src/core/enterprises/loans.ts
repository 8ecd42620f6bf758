/*
 * Loans somebody asked a lender for. Asked, granted and what comes back are days and sums of one application, so
 * that a programme can say how much was lent and how much was not repaid, and nobody counts an application twice.
 */
import type { LoanShown } from '#api/enterprises.ts';
import { ProcedureError } from '#api/errors.ts';
import type { LoanDetails } from '#domain/enterprise/enterprise.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { LoanApplicationTable } from '../database/tables/enterprise-tables.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import { dossierHolder } from './dossier-holder.ts';

const MOST_LOANS = 20;

const loanFrom = (row: LoanApplicationTable): LoanDetails => ({
  organisationId: row.organisation_id,
  state: row.state,
  askedCents: row.asked_cents,
  ...(row.asked_on === null ? {} : { askedOn: row.asked_on }),
  ...(row.answered_on === null ? {} : { answeredOn: row.answered_on }),
  ...(row.granted_cents === null ? {} : { grantedCents: row.granted_cents }),
  ...(row.repayment === null ? {} : { repayment: row.repayment }),
  ...(row.repayment_on === null ? {} : { repaymentOn: row.repayment_on }),
  ...(row.note === null ? {} : { note: row.note }),
});

/** The latest first. */
export async function loansOf(db: Db, enrolmentId: string): Promise<LoanShown[]> {
  const rows = await db
    .selectFrom('loan_application')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .selectAll('loan_application')
    .select('organisation.name as lender')
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('asked_on', (order) => order.desc().nullsFirst())
    .orderBy('loan_application.id', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, details: loanFrom(row), lender: row.lender }));
}

/** Fails with `date_in_future`: what is to happen is no application yet. */
function checkDays({ askedOn, answeredOn, repaymentOn }: LoanDetails, today: string): void {
  if ([askedOn, answeredOn, repaymentOn].some((day) => day !== undefined && day > today)) {
    throw new ProcedureError('date_in_future');
  }
}

/** Fails with `not_found`, `no_enterprise_programme`, `not_a_lender`, `date_in_future`, `ledger_full`. */
export async function saveLoan(
  context: CoreContext,
  wanted: { enrolmentId: string; id?: string | undefined; details: LoanDetails },
) {
  const { db } = registerOf(context);
  const { enrolmentId, details } = wanted;
  await dossierHolder(context, enrolmentId);
  const lender = await getOrganisation(db, details.organisationId);
  if (lender.kind !== 'lender') throw new ProcedureError('not_a_lender');
  checkDays(details, context.ports.clock.today());
  const present = await loansOf(db, enrolmentId);
  if (wanted.id !== undefined && !present.some(({ id }) => id === wanted.id)) {
    throw new ProcedureError('not_found');
  }
  if (wanted.id === undefined && present.length >= MOST_LOANS) {
    throw new ProcedureError('ledger_full');
  }
  const id = wanted.id ?? context.ports.ids.next();
  const columns = {
    organisation_id: details.organisationId,
    state: details.state,
    asked_cents: details.askedCents,
    asked_on: details.askedOn ?? null,
    answered_on: details.answeredOn ?? null,
    granted_cents: details.grantedCents ?? null,
    repayment: details.repayment ?? null,
    repayment_on: details.repaymentOn ?? null,
    note: details.note || null,
    ...changedNow(context),
  };
  await db
    .insertInto('loan_application')
    .values({ id, enrolment_id: enrolmentId, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'enterprises');
  return { id };
}

export async function removeLoan(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await db
    .deleteFrom('loan_application')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  keepForUndo(context, id, (tx) => tx.insertInto('loan_application').values(row).execute());
  announceChange(context, 'enterprises');
  return {};
}

export async function restoreLoan(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'enterprises');
  return {};
}
