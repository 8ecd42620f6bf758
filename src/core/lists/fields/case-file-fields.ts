import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#domain/dates/calendar-date.ts';
import { nobody, ownSelf } from '#domain/lists/filter-field.ts';
import { registerOf } from '../../context.ts';
import { type FieldTests, inPeriod, membership, oneOf, type PersonId } from '../filter.ts';
import { lastContactOf } from '../person-values.ts';

type CaseFileFields = Pick<
  FieldTests,
  'worker' | 'caseState' | 'openedOn' | 'closedOn' | 'lostContact'
>;

const caseFileWhere = (id: PersonId, test: RawBuilder<unknown>) =>
  sql<boolean>`EXISTS (SELECT 1 FROM case_file AS c WHERE c.person_id = ${id} AND ${test})`;

const STATE_TESTS: Record<string, RawBuilder<unknown>> = {
  open: sql`c.closed_on IS NULL`,
  closed: sql`c.closed_on IS NOT NULL`,
};

export const caseFileFields: CaseFileFields = {
  worker: (asked, { context }) => {
    const { user } = registerOf(context);
    const ids = asked.values.map((value) => (value === ownSelf ? user.id : value));
    const isNobody = asked.values.includes(nobody) ? sql`c.worker_id IS NULL` : sql`0`;
    return membership(asked, (id) =>
      caseFileWhere(id, sql`(coalesce(c.worker_id, '') IN ${oneOf(ids)} OR ${isNobody})`),
    );
  },
  caseState: (asked) => {
    const tests = asked.values.flatMap((value) => STATE_TESTS[value] ?? []);
    return membership(asked, (id) =>
      caseFileWhere(id, sql`(${sql.join([sql`0`, ...tests], sql` OR `)})`),
    );
  },
  openedOn:
    (asked, { today }) =>
    (id) =>
      caseFileWhere(id, inPeriod(sql`c.opened_on`, asked, today)),
  closedOn:
    (asked, { today }) =>
    (id) =>
      caseFileWhere(id, inPeriod(sql`c.closed_on`, asked, today)),
  lostContact:
    (asked, { today }) =>
    (id) =>
      sql`${lastContactOf(id)} <= ${addDays(today, -asked.forDays)}`,
};
