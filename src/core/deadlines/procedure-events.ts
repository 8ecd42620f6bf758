import type { ProcedureEvent } from '#api/deadlines.ts';
import { ProcedureError } from '#api/errors.ts';
import { type EventKind, isAssociationEvent } from '#domain/deadlines/fact-kind.ts';
import { isPossibleDay, type ProcedureEventDetails } from '#domain/deadlines/procedure-event.ts';
import { type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { saveOwnRow, withdrawOwnRow } from './own-rows.ts';

export async function listEvents(
  context: CoreContext,
  { personId }: { personId?: string | undefined },
): Promise<{ items: ProcedureEvent[] }> {
  const { db } = registerOf(context);
  if (personId !== undefined) await getCaseFile(db, personId);
  const rows = await db
    .selectFrom('procedure_event')
    .leftJoin('user', 'user.id', 'procedure_event.changed_by')
    .selectAll('procedure_event')
    .select('user.name as by')
    .where('person_id', personId === undefined ? 'is' : '=', personId ?? null)
    .orderBy('happened_on', 'desc')
    .orderBy('procedure_event.id', 'desc')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      details: {
        kind: row.kind as EventKind,
        on: row.happened_on,
        ...(row.term === null ? {} : { term: row.term }),
        ...(row.note === null ? {} : { note: row.note }),
        sourceSeen: row.source_seen === 1,
      },
      by: row.by ?? '',
    })),
  };
}

interface EventInput {
  id?: string | undefined;
  personId?: string | undefined;
  details: ProcedureEventDetails;
}

function checkEvent(context: CoreContext, { personId, details }: EventInput): void {
  const wrong: string[] = [];
  if (isAssociationEvent(details.kind) !== (personId === undefined)) wrong.push('details.kind');
  if (!isPossibleDay(details.kind, details.on, context.ports.clock.today()))
    wrong.push('details.on');
  if (wrong.length > 0) throw new ProcedureError('invalid_input', { fields: wrong });
}

export async function saveEvent(context: CoreContext, input: EventInput) {
  checkEvent(context, input);
  const { details } = input;
  return saveOwnRow(context, 'procedure_event', input, {
    kind: details.kind,
    happened_on: details.on,
    term: details.term ?? null,
    note: details.note || null,
    source_seen: Number(details.sourceSeen),
    ...changedNow(context),
  });
}

export const withdrawEvent = (context: CoreContext, { id }: { id: string }) =>
  withdrawOwnRow(context, 'procedure_event', id);
