import type { LedgerTotals } from '#api/ledgers.ts';
import { sumByState } from '#domain/programmes/ledger.ts';
import { meanCents } from '#domain/programmes/programme-budget.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { getProgramme } from '../programmes/programmes.ts';

/** Every entry of a programme with the name of whose it is, in the order of their days. */
export function entriesOfProgramme(db: Db, programmeId: string) {
  return db
    .selectFrom('ledger_entry')
    .leftJoin('enrolment', 'enrolment.id', 'ledger_entry.enrolment_id')
    .leftJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .leftJoin('case_file', 'case_file.person_id', 'enrolment.person_id')
    .selectAll('ledger_entry')
    .select(['listed_name', 'case_file.number as case_number'])
    .where('ledger_entry.programme_id', '=', programmeId)
    .orderBy('due_on')
    .orderBy('ledger_entry.id');
}

/** What a programme planned, owes and paid, by line and by source. Fails with `not_found`. */
export async function sumLedgers(
  context: CoreContext,
  { programmeId }: { programmeId: string },
): Promise<LedgerTotals> {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, programmeId);
  const rows = await entriesOfProgramme(db, programmeId).execute();
  const lines = template.budgets.flatMap((budget) =>
    budget.lines.map((line) => ({
      code: line.code,
      name: line.name,
      budgetName: budget.name,
      sums: sumByState(rows.filter((row) => row.budget === budget.code && row.line === line.code)),
    })),
  );
  const sources = template.fundingSources.map((source) => ({
    ...source,
    sums: sumByState(rows.filter((row) => row.funding_source === source.code)),
  }));
  const unassigned = rows.filter((row) => row.funding_source === null);
  const sums = sumByState(rows);
  const all = sums.planned + sums.committed + sums.paid;
  const people = new Set(rows.flatMap((row) => row.enrolment_id ?? [])).size;
  const mean = meanCents(all, people);
  const { grantCents } = template;
  return {
    lines,
    sources:
      unassigned.length > 0 && sources.length > 0
        ? [...sources, { sums: sumByState(unassigned) }]
        : sources,
    sums,
    entries: rows.length,
    people,
    ...(mean === undefined ? {} : { meanCents: mean }),
    ...(grantCents === undefined ? {} : { grantCents }),
    ...(grantCents !== undefined && all > grantCents ? { overGrantCents: all - grantCents } : {}),
    withoutReceipt: rows.filter(
      (row) => row.state === 'paid' && row.receipt_number === null && row.receipt_id === null,
    ).length,
  };
}
