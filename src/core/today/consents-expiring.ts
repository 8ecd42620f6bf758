import { openFilesOf } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** Without a new consent the next letter will not go. */
export const consentsExpiring: TodaySource = async (question) => {
  const { db, today, until } = question;
  const rows = await openFilesOf(db, question)
    .innerJoin('consent', 'consent.person_id', 'person_line.person_id')
    .leftJoin('organisation', 'organisation.id', 'consent.organisation_id')
    .select(['consent.id', 'consent.person_id', 'listed_name', 'expires_on', 'organisation.name'])
    .where('withdrawn_on', 'is', null)
    .where('expires_on', '>=', today)
    .where('expires_on', '<=', until)
    .execute();
  return rows.map((row) =>
    todayItem(today, {
      key: `consent-${row.id}`,
      section: 'due',
      kind: 'consentExpiring',
      personId: row.person_id,
      listedName: row.listed_name,
      due: row.expires_on ?? today,
      about: row.name,
    }),
  );
};
