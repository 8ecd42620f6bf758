import { listLostContacts } from '../referrals/lost-contacts.ts';
import { openAmong } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Open files in which nothing has happened for longer than the association allows itself. */
export const peopleGoneQuiet: TodaySource = async (question) => {
  const { context, today } = question;
  const { items } = await listLostContacts(context, {});
  const people = await openAmong(
    question,
    items.map((one) => one.personId),
  );
  return items
    .filter(({ personId }) => people.has(personId))
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
