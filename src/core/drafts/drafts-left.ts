import type { DraftLeft } from '#api/drafts.ts';
import { draftForms } from '#domain/drafts/draft.ts';
import type { Db } from '../context.ts';

/** What a user began and neither saved nor gave up, newest first; the first screen shows it. */
export async function draftsLeft(db: Db, userId: string): Promise<DraftLeft[]> {
  const rows = await db
    .selectFrom('draft')
    .leftJoin('person_line', 'person_line.person_id', 'draft.person_id')
    .select(['form', 'subject_id', 'draft.person_id', 'listed_name', 'changed_at'])
    .where('user_id', '=', userId)
    .orderBy('changed_at', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap((row) => {
    const form = draftForms.find((one) => one === row.form);
    if (!form) return [];
    return {
      form,
      subjectId: row.subject_id,
      ...(row.person_id === null ? {} : { personId: row.person_id }),
      ...(row.listed_name === null ? {} : { listedName: row.listed_name }),
      changedAt: row.changed_at,
    };
  });
}
