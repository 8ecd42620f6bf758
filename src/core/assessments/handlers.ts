import type { assessmentProcedures } from '#api/assessments.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { Need } from '#domain/assessments/need.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';

type AssessmentHandlers = Handlers<
  Pick<VaultContract, keyof typeof assessmentProcedures>,
  CoreContext
>;

/** The latest record of each domain, in the order of the vocabulary. */
export async function listNeeds(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('need')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  const latest = new Map(rows.map((row) => [row.domain, row]));
  return {
    items: context.resources.vocabularies.lifeDomains.items.flatMap(({ code }) => {
      const row = latest.get(code);
      if (!row) return [];
      const { domain, level, recorded_on: recordedOn } = row;
      return [{ domain, level, recordedOn, ...(row.words === null ? {} : { words: row.words }) }];
    }),
  };
}

async function recordNeed(
  context: CoreContext,
  { personId, need }: { personId: string; need: Need },
) {
  checkCode(context.resources, 'lifeDomains', need.domain);
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  await db
    .insertInto('need')
    .values({
      id: context.ports.ids.next(),
      person_id: personId,
      domain: need.domain,
      level: need.level,
      words: need.words || null,
      recorded_on: context.ports.clock.today(),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'needs');
  return {};
}

export const assessmentHandlers: AssessmentHandlers = {
  'needs.list': listNeeds,
  'needs.record': recordNeed,
};
