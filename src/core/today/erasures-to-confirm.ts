import { addMonths } from '#domain/dates/calendar-date.ts';
import { answerWithinMonths } from '#domain/erasures/erasure.ts';
import { registerOf } from '../context.ts';
import { listRequests } from '../erasures/erasure-requests.ts';
import { filesToReview } from '../retention/files-to-review.ts';
import { type TodaySource, todayItem } from './today-source.ts';

/** What a coordinator can confirm now, and that there are files nobody should keep any longer. */
export const erasuresToConfirm: TodaySource = async ({ context, today }) => {
  if (registerOf(context).user.role !== 'coordinator') return [];
  const requests = (await listRequests(context)).filter(
    ({ confirmation }) => confirmation === 'ready' || confirmation === 'needsPassphrase',
  );
  const files = (await filesToReview(context)).filter(({ state }) => state === 'open');
  return [
    ...requests.map((one) =>
      todayItem(today, {
        key: `erasure-${one.id}`,
        section: 'due',
        kind: 'erasureToConfirm',
        personId: one.personId,
        listedName: one.listedName,
        due: one.answerBy ?? addMonths(one.proposedOn, answerWithinMonths),
      }),
    ),
    ...(files[0]
      ? [
          todayItem(
            today,
            {
              key: 'files-to-review',
              section: 'due',
              kind: 'filesToReview',
              due: files[0].endedOn,
              about: String(files.length),
            },
            { opens: true },
          ),
        ]
      : []),
  ];
};
