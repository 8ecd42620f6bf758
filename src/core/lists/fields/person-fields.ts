import { sql } from 'kysely';
import type { FieldTests } from '../filter.ts';
import { mayBeOfAge, membership, oneOf } from '../filter.ts';
import { folded, foldedText } from '../fold-text.ts';

type PersonFields = Pick<
  FieldTests,
  | 'sex'
  | 'age'
  | 'nationality'
  | 'language'
  | 'interpreter'
  | 'italianLevel'
  | 'place'
  | 'reception'
  | 'housing'
  | 'employment'
  | 'legalStatus'
>;

/** Marks of LIKE in what somebody typed are letters like any other. */
const likePattern = (text: string) => `%${foldedText(text).replace(/[\\%_]/g, '\\$&')}%`;

export const personFields: PersonFields = {
  sex: (asked) =>
    membership(
      asked,
      (id) =>
        sql`EXISTS (SELECT 1 FROM person AS p WHERE p.id = ${id} AND p.sex IN ${oneOf(asked.values)})`,
    ),
  age:
    (asked, { today }) =>
    (id) =>
      sql`EXISTS (SELECT 1 FROM person AS p WHERE p.id = ${id} AND ${mayBeOfAge('p', asked, today)})`,
  nationality: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person_nationality AS n
        WHERE n.person_id = ${id} AND n.country IN ${oneOf(asked.values)})`,
    ),
  language: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person_language AS n WHERE n.person_id = ${id}
        AND n.level <> 'none' AND n.language IN ${oneOf(asked.values)})`,
    ),
  interpreter: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person_language AS n WHERE n.person_id = ${id}
        AND n.needs_interpreter = 1
        ${asked.values.length === 0 ? sql`` : sql`AND n.language IN ${oneOf(asked.values)}`})`,
    ),
  italianLevel: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person_language AS n
        WHERE n.person_id = ${id} AND n.language = 'ita' AND n.cefr IS NOT NULL
        ${asked.values.length === 0 ? sql`` : sql`AND n.cefr IN ${oneOf(asked.values)}`})`,
    ),
  place: (asked, { today }) => {
    const pattern = likePattern(asked.text);
    return (id) => sql`(
      EXISTS (SELECT 1 FROM person_address AS a WHERE a.person_id = ${id}
        AND coalesce(a.to_on, '9999') >= ${today}
        AND ${folded(sql`a.address`)} LIKE ${pattern} ESCAPE '\\')
      OR EXISTS (SELECT 1 FROM reception_stay AS s WHERE s.person_id = ${id}
        AND coalesce(s.to_on, '9999') >= ${today}
        AND ${folded(sql`s.place`)} LIKE ${pattern} ESCAPE '\\'))`;
  },
  reception: (asked, { today }) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person AS p WHERE p.id = ${id}
        AND coalesce(p.reception_exit_on, '9999') >= ${today}
        AND p.reception_type IN ${oneOf(asked.values)})`,
    ),
  housing: (asked, { today }) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person_housing AS h WHERE h.person_id = ${id}
        AND coalesce(h.from_on, '') <= ${today} AND coalesce(h.to_on, '9999') >= ${today}
        AND h.situation IN ${oneOf(asked.values)})`,
    ),
  employment: (asked, { today }) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person_work AS w WHERE w.person_id = ${id}
        AND w.is_now = 1 AND coalesce(w.to_on, '9999') >= ${today}
        AND w.status IN ${oneOf(asked.values)})`,
    ),
  legalStatus: (asked) =>
    membership(
      asked,
      (id) => sql`EXISTS (SELECT 1 FROM person AS p
        WHERE p.id = ${id} AND p.legal_status IN ${oneOf(asked.values)})`,
    ),
};
