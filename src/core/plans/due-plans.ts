/*
 * What plans ask for by now: reviews that are due and actions whose day has passed. Only plans in force count:
 * the last signed version of an open file that no review has ended.
 */
import { sql } from 'kysely';
import type { DuePlan } from '#api/plans.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Db } from '../context.ts';

interface PlanInForce {
  plan_id: string;
  person_id: string;
  listed_name: string;
  due: string | null;
}

const inForce = sql`
  WITH last_review AS (
    SELECT plan_id, decision, next_review_on,
      row_number() OVER (PARTITION BY plan_id ORDER BY reviewed_on DESC, id DESC) AS place
    FROM plan_review
  ), in_force AS (
    SELECT plan.id AS plan_id, plan.person_id, plan.details, person_line.listed_name,
      CASE WHEN last_review.plan_id IS NULL THEN plan.review_on ELSE last_review.next_review_on END AS due
    FROM plan
    JOIN person_line ON person_line.person_id = plan.person_id AND +person_line.is_open = 1
    LEFT JOIN last_review ON last_review.plan_id = plan.id AND last_review.place = 1
    WHERE plan.state = 'signed'
      AND plan.version = (
        SELECT max(other.version) FROM plan AS other
        WHERE other.person_id = plan.person_id AND other.state = 'signed'
      )
      AND coalesce(last_review.decision, '') <> 'close'
  )`;

/** Reviews due on or before `until`, earliest first. */
async function plansToReview(db: Db, until: CalendarDate): Promise<DuePlan[]> {
  const { rows } = await sql<PlanInForce>`${inForce}
    SELECT plan_id, person_id, listed_name, due FROM in_force WHERE due <= ${until} ORDER BY due
  `.execute(db);
  return rows.map((row) => ({
    kind: 'review',
    planId: row.plan_id,
    personId: row.person_id,
    listedName: row.listed_name,
    due: row.due ?? until,
  }));
}

/** Open actions of plans in force that were to be done before `today`, earliest first. */
export async function overdueActions(db: Db, today: CalendarDate): Promise<DuePlan[]> {
  // Plans written before keys existed are counted through by place, as the schema does when it reads them.
  const { rows } = await sql<PlanInForce & { what: string }>`${inForce}
    SELECT in_force.plan_id, person_id, listed_name,
      action.value ->> '$.byWhen' AS due, action.value ->> '$.what' AS what
    FROM in_force, json_each(in_force.details, '$.goals') AS goal,
      json_each(goal.value, '$.actions') AS action
    LEFT JOIN plan_progress ON plan_progress.plan_id = in_force.plan_id
      AND plan_progress.goal_key = coalesce(goal.value ->> '$.key', 'g' || (goal.key + 1))
      AND plan_progress.action_key = coalesce(action.value ->> '$.key', 'a' || (action.key + 1))
    WHERE action.value ->> '$.byWhen' < ${today}
      AND coalesce(plan_progress.state, action.value ->> '$.state') IN ('toDo', 'doing')
    ORDER BY due
  `.execute(db);
  return rows.map((row) => ({
    kind: 'action',
    planId: row.plan_id,
    personId: row.person_id,
    listedName: row.listed_name,
    due: row.due ?? today,
    about: row.what,
  }));
}

export async function duePlans(
  db: Db,
  { until, today }: { until: CalendarDate; today: CalendarDate },
): Promise<DuePlan[]> {
  const due = [...(await plansToReview(db, until)), ...(await overdueActions(db, today))];
  return due.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
