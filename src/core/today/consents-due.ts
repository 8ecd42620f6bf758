import { dueConsents } from '../consents/due-consents.ts';
import { openAmong } from './open-files.ts';
import { type TodaySource, todayItem } from './today-source.ts';

const kinds = {
  expiring: 'consentExpiring',
  signAnew: 'consentSignAnew',
  followUp: 'consentFollowUp',
} as const;

/** Without a new consent the next letter will not go; after a withdrawal somebody has something to undo. */
export const consentsDue: TodaySource = async (question) => {
  const { db, today, until } = question;
  const due = await dueConsents(db, { today, until });
  const people = await openAmong(
    question,
    due.map((one) => one.personId),
  );
  return due
    .filter((one) => people.has(one.personId))
    .map((one) =>
      todayItem(today, {
        key: `consent-${one.consentId}`,
        section: 'due',
        kind: kinds[one.kind],
        personId: one.personId,
        listedName: one.listedName,
        due: one.due,
        about: one.organisationName,
      }),
    );
};
