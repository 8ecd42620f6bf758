import { type RawBuilder, sql } from 'kysely';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import { type FieldTests, hasComeOfAge, membership, oneOf, type PersonId } from '../filter.ts';
import { hasPlanInForce, permitExpiryOf, permitStateOf, planReviewOf } from '../person-values.ts';

type PapersFields = Pick<
  FieldTests,
  'permitState' | 'permitExpiry' | 'plan' | 'planReview' | 'consent' | 'referral'
>;

type Standing = (id: PersonId, today: CalendarDate) => RawBuilder<unknown>;

const hasDraft: Standing = (id) =>
  sql`EXISTS (SELECT 1 FROM plan AS d WHERE d.person_id = ${id} AND d.state = 'draft')`;

const PLAN_STANDINGS: Record<string, Standing> = {
  none: (id, today) => sql`(${hasPlanInForce(id)} IS NULL AND NOT ${hasDraft(id, today)})`,
  draft: hasDraft,
  signed: (id) => sql`${hasPlanInForce(id)} IS NOT NULL`,
  reviewDue: (id, today) => sql`coalesce(${planReviewOf(id)} <= ${today}, 0)`,
};

/** As `consentStateOn` has it for the state `valid`. */
const validConsent = (id: PersonId, today: CalendarDate, purposes: readonly string[]) => sql`
  EXISTS (SELECT 1 FROM consent AS c JOIN person AS p ON p.id = c.person_id
    WHERE c.person_id = ${id} AND c.given_on <= ${today}
      AND coalesce(c.withdrawn_on, '9999') > ${today}
      AND coalesce(c.expires_on, '9999') >= ${today}
      AND NOT (c.given_by IN ('parent', 'guardian') AND ${hasComeOfAge('p', today)})
      ${purposes.length === 0 ? sql`` : sql`AND c.purpose IN ${oneOf(purposes)}`})`;

export const papersFields: PapersFields = {
  permitState: (asked, { today }) =>
    membership(
      asked,
      (id) => sql`coalesce(${permitStateOf(id, today)}, 'none') IN ${oneOf(asked.values)}`,
    ),
  permitExpiry:
    ({ withinDays }, { today }) =>
    (id) =>
      sql`coalesce(${permitExpiryOf(id)} BETWEEN ${today} AND ${addDays(today, withinDays)}, 0)`,
  plan: (asked, { today }) =>
    membership(asked, (id) => {
      const standings = asked.values.flatMap((value) => PLAN_STANDINGS[value]?.(id, today) ?? []);
      return sql`(${sql.join([sql`0`, ...standings], sql` OR `)})`;
    }),
  // What should have been looked at already is the first that somebody looks for.
  planReview:
    ({ withinDays }, { today }) =>
    (id) =>
      sql`coalesce(${planReviewOf(id)} <= ${addDays(today, withinDays)}, 0)`,
  consent: (asked, { today }) => membership(asked, (id) => validConsent(id, today, asked.values)),
  referral: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM referral AS r
        WHERE r.person_id = ${id} AND r.state IN ${oneOf(asked.values)})`,
    ),
};
