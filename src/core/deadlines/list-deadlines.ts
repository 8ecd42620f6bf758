import type { DeadlineItem } from '#api/deadlines.ts';
import { type Deadline, evaluateDeadlines } from '#domain/deadlines/evaluate-deadlines.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { rulesInUse } from './rules-in-use.ts';
import { type Standing, standingOfAssociation, standingsOf } from './situations.ts';

/** A rule of the program's own data has words and a source; a task has what somebody wrote. */
function wordsOf({ rule, version, fact }: Deadline) {
  const isTask = rule.code === 'ownDeadline' || rule.code === 'callBack';
  if (isTask) {
    const words = fact.words ?? '';
    return { title: { it: words, en: words } };
  }
  const { title, advice, checkedOn } = rule;
  return { title, advice, source: version.source, checkedOn };
}

function itemOf(deadline: Deadline): DeadlineItem {
  const { rule, version, fact, mark } = deadline;
  return {
    rule: rule.code,
    factKey: deadline.factKey,
    kind: rule.kind,
    ...wordsOf(deadline),
    actor: rule.actor,
    certainty: version.certainty,
    due: deadline.due,
    daysLeft: deadline.daysLeft,
    ...(deadline.nextReminder ? { nextReminder: deadline.nextReminder } : {}),
    state: deadline.state,
    ...(deadline.assumedTerm === undefined ? {} : { assumedTerm: deadline.assumedTerm }),
    fallsOnClosedDay: deadline.fallsOnClosedDay,
    isEstimated: fact.isEstimated ?? false,
    fact: {
      kind: fact.kind,
      on: fact.on,
      ...(fact.note ? { note: fact.note } : {}),
      ...(fact.row ? { row: fact.row, rowId: fact.source } : {}),
    },
    ...(deadline.endedOn ? { endedOn: deadline.endedOn } : {}),
    ...(mark ? { mark: markItem(mark as Standing['marks'][number]) } : {}),
  };
}

function markItem(mark: Standing['marks'][number]): NonNullable<DeadlineItem['mark']> {
  return {
    state: mark.state,
    ...(mark.until ? { until: mark.until } : {}),
    ...(mark.doneOn ? { doneOn: mark.doneOn } : {}),
    ...(mark.reason ? { reason: mark.reason } : {}),
    by: mark.by,
  };
}

/** The deadlines of somebody, or of the association when nobody is named. Fails with `not_found`. */
export async function deadlinesOf(
  context: CoreContext,
  personId: string | undefined,
): Promise<Deadline[]> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  if (personId !== undefined) await getCaseFile(db, personId);
  const standing =
    personId === undefined
      ? await standingOfAssociation(db, today)
      : (await standingsOf(db, [personId])).get(personId);
  if (!standing) return [];
  const { holidays } = context.resources;
  return evaluateDeadlines(await rulesInUse(context, db), standing, {
    today,
    holidays,
    marks: standing.marks,
  });
}

export async function listDeadlines(
  context: CoreContext,
  { personId }: { personId?: string | undefined },
) {
  return { items: (await deadlinesOf(context, personId)).map(itemOf) };
}
