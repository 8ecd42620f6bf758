import { openFilesOf } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Letters nobody has answered; the office is asked again when the day has passed. */
export const repliesAwaited: TodaySource = async (question) => {
  const { db, today } = question;
  const rows = await openFilesOf(db, question)
    .innerJoin('letter', 'letter.person_id', 'person_line.person_id')
    .innerJoin('organisation', 'organisation.id', 'letter.organisation_id')
    .select(['letter.id', 'letter.person_id', 'listed_name', 'reply_by', 'organisation.name'])
    .where('state', '=', 'issued')
    .execute();
  return rows.map((row) => {
    const due = row.reply_by ?? today;
    return todayItem(today, {
      key: `letter-${row.id}`,
      section: 'replies',
      kind: due < today ? 'replyOverdue' : 'replyAwaited',
      personId: row.person_id,
      listedName: row.listed_name,
      due,
      about: row.name,
    });
  });
};
