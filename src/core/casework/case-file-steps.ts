/*
 * The steps of a case file: who follows it, handing it over, closing, reopening. Each is kept with its reason
 * and day, because a file that changed hands without a word is how a hearing gets forgotten, and because an
 * association must be able to say when and why it stopped following somebody.
 */
import { ProcedureError } from '#api/errors.ts';
import type { CaseEventKind } from '#domain/casework/case-file.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { getCaseFile } from '../people/queries.ts';
import { stateOf } from '../users/user-slots.ts';

interface Step {
  kind: CaseEventKind;
  happenedOn: CalendarDate;
  workerId?: string | null | undefined;
  fromWorkerId?: string | undefined;
  organisationId?: string | undefined;
  closureReason?: string | undefined;
  reason?: string | undefined;
  outcome?: string | undefined;
}

export async function keepStep(
  context: CoreContext,
  tx: Db,
  personId: string,
  step: Step,
): Promise<string> {
  const id = context.ports.ids.next();
  await tx
    .insertInto('case_event')
    .values({
      id,
      person_id: personId,
      kind: step.kind,
      happened_on: step.happenedOn,
      worker_id: step.workerId ?? null,
      from_worker_id: step.fromWorkerId ?? null,
      organisation_id: step.organisationId ?? null,
      closure_reason: step.closureReason ?? null,
      reason: step.reason || null,
      outcome: step.outcome || null,
      ...changedNow(context),
    })
    .execute();
  return id;
}

export async function listWorkers(context: CoreContext) {
  const register = registerOf(context);
  const rows = await register.db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'slot_id', 'removed_at'])
    .where('role', '!=', 'reporter')
    .orderBy('name')
    .execute();
  const items = rows.map(({ slot_id, removed_at, ...user }) => ({
    ...user,
    isActive: removed_at === null && stateOf(register, slot_id) !== 'suspended',
  }));
  return { items };
}

/** Fails with `not_found` unless the user works at the desk today. */
export async function requireWorker(context: CoreContext, workerId: string): Promise<void> {
  const { items } = await listWorkers(context);
  if (!items.some(({ id, isActive }) => id === workerId && isActive))
    throw new ProcedureError('not_found');
}

async function setWorker(
  context: CoreContext,
  personId: string,
  step: { kind: 'assigned' | 'transferred'; workerId: string | null; reason?: string },
): Promise<Record<string, never>> {
  const { db } = registerOf(context);
  const { worker } = await getCaseFile(db, personId);
  if (step.workerId !== null) await requireWorker(context, step.workerId);
  if ((worker?.id ?? null) === step.workerId) return {};
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('case_file')
      .set({ worker_id: step.workerId, ...changedNow(context) })
      .where('person_id', '=', personId)
      .execute();
    await keepStep(context, tx, personId, {
      ...step,
      happenedOn: context.ports.clock.today(),
      fromWorkerId: worker?.id,
    });
  });
  announceChange(context, 'people');
  return {};
}

export function assignCaseFile(
  context: CoreContext,
  { personId, workerId }: { personId: string; workerId: string | null },
) {
  return setWorker(context, personId, { kind: 'assigned', workerId });
}

export function transferCaseFile(
  context: CoreContext,
  { personId, workerId, reason }: { personId: string; workerId: string; reason: string },
) {
  return setWorker(context, personId, { kind: 'transferred', workerId, reason });
}

async function setClosed(
  context: CoreContext,
  personId: string,
  { closedOn, step }: { closedOn: CalendarDate | null; step: Step },
): Promise<Record<string, never>> {
  const { db } = registerOf(context);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('case_file')
      .set({
        closed_on: closedOn,
        closure_reason: step.closureReason ?? null,
        ...changedNow(context),
      })
      .where('person_id', '=', personId)
      .execute();
    await tx
      .updateTable('person_line')
      .set({ is_open: closedOn === null ? 1 : 0 })
      .where('person_id', '=', personId)
      .execute();
    await keepStep(context, tx, personId, step);
  });
  announceChange(context, 'people');
  return {};
}

interface Closing {
  personId: string;
  closedOn: CalendarDate;
  reason: string;
  organisationId?: string | undefined;
  outcome?: string | undefined;
}

export async function closeCaseFile(context: CoreContext, closing: Closing) {
  const { personId, closedOn, organisationId, outcome } = closing;
  const { db } = registerOf(context);
  const { openedOn } = await getCaseFile(db, personId);
  if (closedOn > context.ports.clock.today()) throw new ProcedureError('not_yet_happened');
  if (closedOn < openedOn) throw new ProcedureError('closed_before_opened');
  if (organisationId !== undefined) await getOrganisation(db, organisationId);
  const closureReason = organisationId === undefined ? closing.reason : 'transferred';
  return setClosed(context, personId, {
    closedOn,
    step: { kind: 'closed', happenedOn: closedOn, closureReason, organisationId, outcome },
  });
}

export async function reopenCaseFile(
  context: CoreContext,
  { personId, reason }: { personId: string; reason: string },
) {
  await getCaseFile(registerOf(context).db, personId);
  const happenedOn = context.ports.clock.today();
  return setClosed(context, personId, {
    closedOn: null,
    step: { kind: 'reopened', happenedOn, reason },
  });
}
