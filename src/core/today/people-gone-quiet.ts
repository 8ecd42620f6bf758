import { listLostContacts } from '../referrals/lost-contacts.ts';
import { openFilesOf } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Open files in which nothing has happened for longer than the association allows itself. */
export const peopleGoneQuiet: TodaySource = async (question) => {
  const { context, db, today, whose } = question;
  const { items } = await listLostContacts(context, {});
  const own = openFilesOf(db, question).select('person_id');
  const shown =
    whose === 'team' ? undefined : new Set((await own.execute()).map((row) => row.person_id));
  return items
    .filter(({ personId }) => shown?.has(personId) ?? true)
    .map(({ personId, listedName, lastContactOn }) =>
      todayItem(
        today,
        {
          key: `quiet-${personId}`,
          section: 'quiet',
          kind: 'lostContact',
          personId,
          listedName,
          due: lastContactOn,
        },
        { opens: true },
      ),
    );
};
