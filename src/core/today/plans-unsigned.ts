import { openFilesOf } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** A plan that was prepared and never signed is no agreement yet. */
export const plansUnsigned: TodaySource = async (question) => {
  const { db, today } = question;
  const rows = await openFilesOf(db, question, true)
    .innerJoin('plan', 'plan.person_id', 'person_line.person_id')
    .select(['plan.id', 'plan.person_id', 'listed_name', 'plan.changed_at'])
    .where('state', '=', 'draft')
    .orderBy('plan.changed_at', 'desc')
    .execute();
  return rows.map((row) =>
    todayItem(today, {
      key: `plan-${row.id}`,
      section: 'drafts',
      kind: 'planUnsigned',
      personId: row.person_id,
      listedName: row.listed_name,
      due: row.changed_at.slice(0, 10),
      opens: { page: 'plan', id: row.id },
    }),
  );
};
