import type { TodayKind } from '#api/today.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import type { UndertakingKind } from '#domain/network/undertaking.ts';
import { registerOf } from '../context.ts';
import { type TodayQuestion, type TodaySource, todayItem } from './today-source.ts';

/** An agreement that ended longer ago was let go on purpose. */
const FORGOTTEN_AFTER_DAYS = 90;

const kinds: Record<UndertakingKind, TodayKind> = {
  recommendation: 'recommendationDue',
  milestone: 'milestoneDue',
  followUp: 'promiseDue',
};

/** What was recommended, planned or promised and is not done: to the association, not about a person. */
async function undertakingsDue({ db, today, until }: TodayQuestion) {
  const rows = await db
    .selectFrom('undertaking')
    .select(['id', 'kind', 'what', 'owner', 'due_on'])
    .where('done_on', 'is', null)
    .where('due_on', '<=', until)
    .execute();
  return rows.map(({ id, kind, what, owner, due_on }) =>
    todayItem(today, {
      key: `undertaking-${id}`,
      section: 'due',
      kind: kinds[kind],
      due: due_on,
      about: `${what} (${owner})`,
    }),
  );
}

/** An agreement about to end, unless a later one with the same body is there already. */
async function agreementsEnding({ db, today, until }: TodayQuestion) {
  const rows = await db
    .selectFrom('agreement as ending')
    .innerJoin('organisation', 'organisation.id', 'ending.organisation_id')
    .select(['ending.id', 'ending.title', 'ending.expires_on', 'organisation.name'])
    .where('is_archived', '=', 0)
    .where('ending.expires_on', '<=', until)
    .where('ending.expires_on', '>=', addDays(today, -FORGOTTEN_AFTER_DAYS))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('agreement as later')
            .select('later.id')
            .whereRef('later.organisation_id', '=', 'ending.organisation_id')
            .where((or) =>
              or.or([
                or('later.expires_on', 'is', null),
                or('later.expires_on', '>', or.ref('ending.expires_on')),
              ]),
            ),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ id, title, expires_on, name }) =>
    expires_on === null
      ? []
      : todayItem(today, {
          key: `agreement-${id}`,
          section: 'due',
          kind: 'agreementEnding',
          due: expires_on,
          about: title === name ? name : `${name} · ${title}`,
        }),
  );
}

export const networkDue: TodaySource = async (question) => {
  const isMine = question.whose === 'mine';
  if (isMine && registerOf(question.context).user.role !== 'coordinator') return [];
  return [...(await undertakingsDue(question)), ...(await agreementsEnding(question))];
};
