import { repliesOwed as listRepliesOwed } from '../referrals/inbound-referrals.ts';
import { openFilesOf } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Somebody was sent to us, and whoever sent them has no answer yet. */
export const repliesOwed: TodaySource = async (question) => {
  const { db, today, until } = question;
  const lines = await openFilesOf(db, question).select('person_id').execute();
  const people = new Set(lines.map((line) => line.person_id));
  return (await listRepliesOwed(db, until))
    .filter((row) => people.has(row.person_id))
    .map((row) =>
      todayItem(today, {
        key: `inbound-${row.id}`,
        section: 'due',
        kind: 'replyOwed',
        personId: row.person_id,
        listedName: row.listed_name,
        due: row.reply_by,
        about: row.sender_name,
      }),
    );
};
