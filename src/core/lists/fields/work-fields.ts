import { sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import { visibleNeedCodes } from '../../assessments/need-tiers.ts';
import { sealedCodesInForce } from '../../assessments/sealed-needs.ts';
import { among } from '../../deadlines/fact-source.ts';
import { peopleDueWithin } from '../../deadlines/near-deadlines.ts';
import { type FieldTests, inPeriod, mayBeOfAge, membership, oneOf } from '../filter.ts';
import { openNeedsFrom } from '../person-values.ts';

type WorkFields = Pick<
  FieldTests,
  | 'deadline'
  | 'specificNeed'
  | 'openNeed'
  | 'service'
  | 'minorsInHousehold'
  | 'minorWithoutGuardian'
>;

const orAny = (column: string, values: readonly string[]) =>
  values.length === 0 ? sql`1` : sql`${sql.ref(column)} IN ${oneOf(values)}`;

export const workFields: WorkFields = {
  // The rules are evaluated and not stored, so this one is a list of people before it is SQL.
  deadline: async ({ withinDays }, { context, today }) => {
    const ids = await peopleDueWithin(context, { today, ahead: withinDays });
    return (id) => sql`${id} IN ${among(ids)}`;
  },
  /** Fails with `role_missing` for a code that may not be seen: who has it would be told by the list. */
  specificNeed: async (asked, { context, today }) => {
    const visible = visibleNeedCodes(context);
    if (!asked.values.every((code) => visible.includes(code))) {
      throw new ProcedureError('role_missing');
    }
    const codes = asked.values.length === 0 ? visible : asked.values;
    // What is sealed is opened here, since the database cannot read it.
    const opened = await sealedCodesInForce(context, { today });
    const sealed = [...opened].flatMap(([id, own]) =>
      own.some((one) => codes.includes(one)) ? [id] : [],
    );
    return membership(
      asked,
      (id) => sql`(${id} IN ${among(sealed)}
        OR EXISTS (SELECT 1 FROM specific_need AS n WHERE n.person_id = ${id}
          AND coalesce(n.ended_on, '9999') > ${today} AND n.code IN ${oneOf(codes)}))`,
    );
  },
  openNeed: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 ${openNeedsFrom(id)} AND ${orAny('s.domain', asked.values)})`,
    ),
  service: (asked, { today }) =>
    membership(
      asked,
      (id) => sql`(
        EXISTS (SELECT 1 FROM service AS s WHERE s.person_id = ${id} AND s.attendance = 'attended'
          AND ${orAny('s.type', asked.values)} AND ${inPeriod(sql`s.done_on`, asked, today)})
        OR EXISTS (SELECT 1 FROM session_participant AS m JOIN session AS g ON g.id = m.session_id
          WHERE m.person_id = ${id} AND m.attendance = 'present'
            AND ${orAny('g.type', asked.values)} AND ${inPeriod(sql`g.held_on`, asked, today)}))`,
    ),
  // Everybody reached by living together from a tie of which one end is a child.
  minorsInHousehold: ({ holds }, { today }) => {
    const isMinor = (p: string) => mayBeOfAge(p, { to: 17 }, today);
    const lastYear = Number(today.slice(0, 4)) - 18;
    const found = sql`(
      WITH RECURSIVE household (id) AS (
        SELECT t.person_id FROM tie AS t JOIN person AS a ON a.id = t.person_id
          LEFT JOIN person AS b ON b.id = t.other_person_id
        WHERE t.place = 'sameHousehold' AND t.life <> 'dead'
          AND (${isMinor('b')} OR (b.id IS NOT NULL AND ${isMinor('a')})
            OR t.other_birth_year > ${lastYear})
        UNION
        SELECT t.other_person_id FROM household JOIN tie AS t ON t.person_id = household.id
        WHERE t.place = 'sameHousehold' AND t.life <> 'dead' AND t.other_person_id IS NOT NULL
        UNION
        SELECT t.person_id FROM household JOIN tie AS t ON t.other_person_id = household.id
        WHERE t.place = 'sameHousehold' AND t.life <> 'dead')
      SELECT id FROM household)`;
    return holds ? (id) => sql`${id} IN ${found}` : (id) => sql`${id} NOT IN ${found}`;
  },
  // As `lacksGuardian` has it: a parent in the country, or a guardian whose decree holds.
  minorWithoutGuardian: ({ holds }, { today }) => {
    const inForce = sql`coalesce(t.valid_from, '') <= ${today} AND coalesce(t.valid_to, '9999') >= ${today}`;
    return membership(
      { is: holds ? 'anyOf' : 'noneOf' },
      (id) => sql`(
        EXISTS (SELECT 1 FROM person AS p WHERE p.id = ${id} AND ${mayBeOfAge('p', { to: 17 }, today)})
        AND NOT EXISTS (SELECT 1 FROM tie AS t WHERE t.person_id = ${id} AND t.life <> 'dead'
          AND ((t.kind = 'parent' AND t.place IN ('sameHousehold', 'italy'))
            OR (t.kind = 'guardian' AND ${inForce})))
        AND NOT EXISTS (SELECT 1 FROM tie AS t WHERE t.other_person_id = ${id}
          AND ((t.kind = 'child' AND t.place = 'sameHousehold') OR (t.kind = 'ward' AND ${inForce}))))`,
    );
  },
};
