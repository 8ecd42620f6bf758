import { ProcedureError } from '#api/errors.ts';
import type { FormOf } from '#domain/documents/form.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { listMatches } from './matches.ts';

/** Fails with `not_found` for somebody else's match. */
export async function matchContents(
  context: CoreContext,
  personId: string,
  { matchId }: FormOf<'match'>,
) {
  const { db } = registerOf(context);
  const row = await db
    .selectFrom('placement')
    .select('enrolment_id')
    .where('id', '=', matchId)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const { programme_id: programmeId } = await getEnrolment(db, row.enrolment_id);
  const { items } = await listMatches(context, { programmeId });
  const match = items.find(({ id }) => id === matchId);
  if (match?.personId !== personId) throw new ProcedureError('not_found');
  const programme = await db
    .selectFrom('programme')
    .select('name')
    .where('id', '=', programmeId)
    .executeTakeFirstOrThrow();
  return { match, programmeName: programme.name };
}

export type MatchContents = Awaited<ReturnType<typeof matchContents>>;
