import type { TodayItem } from '#api/today.ts';
import type { DeadlineRule } from '#domain/deadlines/deadline-rule.ts';
import { type Deadline, isShownToday } from '#domain/deadlines/evaluate-deadlines.ts';
import { LOOK_AHEAD_DAYS } from '#domain/today/due-group.ts';
import { evaluationOf } from '../deadlines/near-deadlines.ts';
import { rulesInUse } from '../deadlines/rules-in-use.ts';
import {
  askedBy,
  peopleWithSomethingNear,
  type Standing,
  standingOfAssociation,
  standingsOf,
} from '../deadlines/situations.ts';
import { openAmong } from './open-files.ts';
import { type TodayQuestion, type TodaySource, todayItem } from './today-source.ts';

/** What is late or for today stands with everything that is, or it would be overlooked in a list of its own. */
const hasTime = ({ group }: TodayItem) => group !== 'overdue' && group !== 'today';

function itemOf({ today }: TodayQuestion, deadline: Deadline, personId?: string): TodayItem {
  const { rule, version, fact, factKey, assumedTerm } = deadline;
  const isTask = rule.code === 'ownDeadline' || rule.code === 'callBack';
  const kind = rule.code === 'callBack' ? 'callBack' : isTask ? 'ownDeadline' : 'deadline';
  const isFirm = isTask || version.certainty === 'settled';
  const item = todayItem(
    today,
    {
      key: `${rule.code}-${personId ?? 'association'}-${factKey}`,
      section: kind === 'callBack' ? 'callBacks' : 'due',
      kind,
      ...(personId === undefined ? {} : { personId }),
      due: deadline.due,
      ...(isTask ? {} : { title: rule.title }),
      about: isTask ? (fact.words ?? fact.note) : undefined,
      ...(isFirm ? {} : { certainty: version.certainty }),
      ...(assumedTerm === undefined ? {} : { assumedTerm }),
      ...(fact.isEstimated ? { isEstimated: true } : {}),
      ...(fact.kind === 'planSigned' && fact.source !== undefined
        ? { opens: { page: 'plan', id: fact.source } as const }
        : {}),
      handle: { rule: rule.code, factKey },
    },
    { opens: rule.kind === 'opens', isAppointment: rule.kind === 'appointment' },
  );
  return rule.concerns === 'permit' && hasTime(item) ? { ...item, section: 'permits' } : item;
}

/** The deadlines of somebody that belong on the page. */
function evaluationOn({ context, today }: TodayQuestion, rules: readonly DeadlineRule[]) {
  const evaluate = evaluationOf(context, rules, { today, ahead: LOOK_AHEAD_DAYS });
  return (standing: Standing) =>
    evaluate(standing).filter((one) => isShownToday(one, LOOK_AHEAD_DAYS));
}

/**
 * What the rules compute for people with an open file, for the association, and everybody's own tasks. Thousands
 * may be due: names are read afterwards, of those that are shown.
 */
export const deadlinesDue: TodaySource = async (question) => {
  const { context, db, today, whose } = question;
  const rules = await rulesInUse(context, db);
  const asked = askedBy(rules, { today, ahead: LOOK_AHEAD_DAYS });
  const near = await peopleWithSomethingNear(db, asked);
  const standings = await standingsOf(db, [...(await openAmong(question, near))], asked);
  const shown = evaluationOn(question, rules);
  const ofPeople = [...standings].flatMap(([personId, standing]) =>
    shown(standing).map((one) => itemOf(question, one, personId)),
  );
  if (whose === 'mine' && context.register?.user.role !== 'coordinator') return ofPeople;
  const association = await standingOfAssociation(db, today);
  return [...ofPeople, ...shown(association).map((one) => itemOf(question, one))];
};
