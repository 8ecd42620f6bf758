import { ProcedureError } from '#api/errors.ts';
import { isConsulate, maySeeConsulate } from '#domain/letters/safe-recipient.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getDetails } from '../people/queries.ts';
import { getOrganisation } from './organisations.ts';

interface Contact {
  personId: string;
  organisation: { kind: string; name: string; office?: string | undefined };
}

/** Fails with `consulate_refused` when the person's own state must not hear of them. */
export async function refuseConsulate(
  context: CoreContext,
  { personId, organisation }: Contact,
): Promise<void> {
  if (!isConsulate(organisation, context.resources.letterWords.words.consulate)) return;
  const { db } = registerOf(context);
  const { legalStatus } = await getDetails(db, personId, context.ports.clock.today());
  if (!maySeeConsulate(legalStatus)) throw new ProcedureError('consulate_refused');
}

/** The same by the id of the office. Fails with `not_found` as well. */
export async function refuseConsulateOf(
  context: CoreContext,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<void> {
  const organisation = await getOrganisation(registerOf(context).db, organisationId);
  await refuseConsulate(context, { personId, organisation });
}
