/*
 * What the register says of somebody today, as SQL on their id: the permit they hold, the day the plan is to
 * be looked at, the last contact. Conditions and columns use the same, so that a list never shows a value
 * that its own filter contradicts. The rules are those of the screens: documents as in the reminders, plans
 * as in Today, silence as in the flag of lost contact.
 */
import { sql } from 'kysely';
import { addressKinds } from '#domain/people/address.ts';
import { OVER, PERMIT_TYPES } from '../deadlines/facts/document-facts.ts';
import { lastContactOn } from '../referrals/lost-contacts.ts';
import { lastMetOn } from '../services/last-contact.ts';
import { oneOf, type PersonId } from './filter.ts';

/** Days of work, of services and of what was planned and kept; never NULL. */
export const lastContactOf = (id: PersonId) => sql<string>`(
  SELECT max(${lastContactOn}, ${lastMetOn(sql.ref('case_file.person_id'))})
  FROM case_file WHERE case_file.person_id = ${id})`;

/** When the permit that ends last ends. */
export const permitExpiryOf = (id: PersonId) => sql<string | null>`(
  SELECT max(d.expires_on) FROM identity_document AS d
  WHERE d.person_id = ${id} AND d.type IN ${oneOf(PERMIT_TYPES)}
    AND d.replaced_by IS NULL AND d.state NOT IN ${oneOf(OVER)})`;

/** The state today of the permit that counts: nobody has to record that time went by. */
export const permitStateOf = (id: PersonId, today: string) => sql<string | null>`(
  SELECT CASE WHEN d.state IN ('receipt', 'issued') AND d.expires_on < ${today}
    THEN 'expired' ELSE d.state END
  FROM identity_document AS d
  WHERE d.person_id = ${id} AND d.type IN ${oneOf(PERMIT_TYPES)} AND d.replaced_by IS NULL
  ORDER BY d.state IN ${oneOf(OVER)},
    coalesce(d.expires_on, d.issued_on, d.asked_on, '') DESC, d.id DESC LIMIT 1)`;

/** The day of the next review of the plan in force; NULL without such a plan or day. */
export const planReviewOf = (id: PersonId) => planInForce(id, 'review');
/** 1 with a plan in force: the last signed version, unless a review has ended it. */
export const hasPlanInForce = (id: PersonId) => planInForce(id, 'exists');

function planInForce(id: PersonId, what: 'review' | 'exists') {
  const value =
    what === 'exists'
      ? sql`1`
      : sql`CASE WHEN r.plan_id IS NULL THEN p.review_on ELSE r.next_review_on END`;
  return sql<string | null>`(
    SELECT ${value} FROM plan AS p
    LEFT JOIN plan_review AS r ON r.id = (
      SELECT x.id FROM plan_review AS x WHERE x.plan_id = p.id
      ORDER BY x.reviewed_on DESC, x.id DESC LIMIT 1)
    WHERE p.person_id = ${id} AND p.state = 'signed'
      AND p.version = (SELECT max(o.version) FROM plan AS o
        WHERE o.person_id = p.person_id AND o.state = 'signed')
      AND coalesce(r.decision, '') <> 'close')`;
}

/** Where the person stands low in a domain of life, or wants to work on it, by what was said last. */
export const openNeedsFrom = (id: PersonId) => sql`
  FROM assessment_score AS s JOIN assessment AS a ON a.id = s.assessment_id
  WHERE a.person_id = ${id} AND a.state = 'completed' AND (s.level <= 2 OR s.wants_goal = 1)
    AND NOT EXISTS (
      SELECT 1 FROM assessment AS later JOIN assessment_score AS y ON y.assessment_id = later.id
      WHERE later.person_id = a.person_id AND later.state = 'completed' AND y.domain = s.domain
        AND (later.assessed_on, later.id) > (a.assessed_on, a.id))`;

/** The address of now in the order of "where do they live", else the place of the reception. */
export const placeOf = (id: PersonId, today: string) => sql<string | null>`coalesce(
  (SELECT a.address FROM person_address AS a WHERE a.person_id = ${id}
    AND coalesce(a.from_on, '') <= ${today} AND coalesce(a.to_on, '9999') >= ${today}
    AND a.kind <> 'abroad'
    ORDER BY instr(${`|${addressKinds.join('|')}|`}, '|' || a.kind || '|'),
      coalesce(a.from_on, '') DESC LIMIT 1),
  (SELECT s.place FROM reception_stay AS s WHERE s.person_id = ${id}
    AND coalesce(s.to_on, '9999') >= ${today} ORDER BY coalesce(s.from_on, '') DESC LIMIT 1))`;
