/*
 * Closed files whose period is over: the one by the rules of the association, or by a programme, whichever is
 * longer, because whoever paid for somebody's place may ask for the papers years after it ended. They come up for a decision and nothing else happens to them, however
 * far the clock has run: a battery that died and a clock of 2099 would otherwise empty the register.
 */
import { ProcedureError } from '#api/errors.ts';
import type { FileToReview } from '#api/retention.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { longestProgramme, retentionEnd } from '#domain/retention/retention-rule.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { birthColumns, birthOf } from '../people/person-rows.ts';
import { getCaseFile } from '../people/queries.ts';
import { holdsInForce } from './legal-holds.ts';
import { programmePeriods } from './programme-periods.ts';
import { retentionRulesInUse } from './retention-rules.ts';

/** Nothing kept on after it was decided is asked about before its day. */
async function closedFiles(db: Db, today: CalendarDate) {
  return db
    .selectFrom('case_file')
    .innerJoin('person', 'person.id', 'case_file.person_id')
    .innerJoin('person_line', 'person_line.person_id', 'case_file.person_id')
    .leftJoin('retention_decision', 'retention_decision.person_id', 'case_file.person_id')
    .select(['case_file.person_id', 'listed_name', 'number', 'closed_on', 'closure_reason'])
    .select(['keep_until', ...birthColumns])
    .where('closed_on', 'is not', null)
    .where((eb) => eb.or([eb('keep_until', 'is', null), eb('keep_until', '<', today)]))
    .execute();
}

/** Longest over first. */
export async function filesToReview(context: CoreContext): Promise<FileToReview[]> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const rules = await retentionRulesInUse(context, db);
  const titles = new Map(rules.map((rule) => [rule.code, rule.title]));
  const held = await holdsInForce(db, today).select('person_id').execute();
  const onHold = new Set(held.map((row) => row.person_id));
  const asked = await db.selectFrom('erasure_request').select('person_id').execute();
  const proposed = new Set(asked.map((row) => row.person_id));
  const programmes = await programmePeriods(db);
  const items = (await closedFiles(db, today)).flatMap((row): FileToReview[] => {
    if (row.closed_on === null || row.closure_reason === null) return [];
    const closureReason = row.closure_reason as FileToReview['closureReason'];
    const file = { closedOn: row.closed_on, closureReason, birth: birthOf(row) };
    const { person_id: personId } = row;
    const byRule = retentionEnd(rules, file);
    const programme = longestProgramme(programmes.get(personId) ?? []);
    const isLonger = programme !== undefined && programme.endsOn > byRule.endsOn;
    const { rule, endsOn } = isLonger ? { rule: 'programme', endsOn: programme.endsOn } : byRule;
    if (endsOn >= today) return [];
    return [
      {
        personId,
        listedName: row.listed_name,
        caseNumber: row.number,
        closedOn: row.closed_on,
        closureReason,
        rule,
        ruleTitle: isLonger
          ? { it: programme.name, en: programme.name }
          : (titles.get(rule) ?? { it: rule, en: rule }),
        endedOn: endsOn,
        ...(row.keep_until === null ? {} : { keptUntil: row.keep_until }),
        state: proposed.has(personId) ? 'proposed' : onHold.has(personId) ? 'onHold' : 'open',
      },
    ];
  });
  return items.sort((a, b) => (a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : 0));
}

export async function listFilesToReview(
  context: CoreContext,
  { offset, limit }: { offset: number; limit: number },
) {
  const all = await filesToReview(context);
  return { items: all.slice(offset, offset + limit), total: all.length };
}

export async function keepLonger(
  context: CoreContext,
  { personId, keepUntil, reason }: { personId: string; keepUntil: CalendarDate; reason: string },
) {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const { closedOn } = await getCaseFile(db, personId);
  if (closedOn === undefined) throw new ProcedureError('case_file_open');
  if (keepUntil <= today) throw new ProcedureError('date_in_past');
  const values = { keep_until: keepUntil, reason, decided_on: today, ...changedNow(context) };
  await db
    .insertInto('retention_decision')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
  announceChange(context, 'retention');
  return {};
}
