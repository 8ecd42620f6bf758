import { ProcedureError } from '#api/errors.ts';
import type { BudgetModel } from '#domain/programmes/programme-budget.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import type { Db } from '../context.ts';
import type { LedgerEntryTable } from '../database/tables/ledger-tables.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { getProgramme } from '../programmes/programmes.ts';

/** Whose money it is: of one person in a programme, or the programme's own. */
export interface LedgerHolder {
  programmeId: string;
  programmeName: string;
  template: ProgrammeTemplate;
  enrolmentId?: string;
  personId?: string;
  /** Absent while nobody chose between several kinds, and where there is no money at all. */
  model?: BudgetModel;
}

export type WhoseLedger = { enrolmentId: string } | { programmeId: string };

function modelOf(
  { budgets }: ProgrammeTemplate,
  chosen: string | null,
): { model: BudgetModel } | undefined {
  const model =
    budgets.find(({ code }) => code === chosen) ?? (budgets.length === 1 ? budgets[0] : undefined);
  return model && { model };
}

/** Fails with `not_found`; also for the ledger of a programme itself whose money is for its people. */
export async function ledgerHolder(db: Db, whose: WhoseLedger): Promise<LedgerHolder> {
  if ('enrolmentId' in whose) {
    const enrolment = await getEnrolment(db, whose.enrolmentId);
    const { row, template } = await getProgramme(db, enrolment.programme_id);
    return {
      programmeId: row.id,
      programmeName: row.name,
      template,
      enrolmentId: enrolment.id,
      personId: enrolment.person_id,
      ...modelOf(template, enrolment.budget),
    };
  }
  const { row, template } = await getProgramme(db, whose.programmeId);
  if (template.stages.length > 0 || template.eligibility) throw new ProcedureError('not_found');
  return { programmeId: row.id, programmeName: row.name, template, ...modelOf(template, null) };
}

export function entriesOf(db: Db, { programmeId, enrolmentId }: LedgerHolder) {
  const query = db.selectFrom('ledger_entry').where('programme_id', '=', programmeId);
  return enrolmentId === undefined
    ? query.where('enrolment_id', 'is', null)
    : query.where('enrolment_id', '=', enrolmentId);
}

/** Fails with `not_found`. */
export async function getEntry(db: Db, id: string): Promise<LedgerEntryTable> {
  const row = await db
    .selectFrom('ledger_entry')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}
