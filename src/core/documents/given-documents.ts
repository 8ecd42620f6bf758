/*
 * That a document left the register: which, on what day, for whom, and the hash of its bytes, so that a paper
 * somebody shows next year can be told from one that was made elsewhere. The document itself is not kept here.
 */
import type { GivenDocumentKind } from '#domain/documents/form.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { sha256Of } from './plan/print-plan.ts';

interface Given {
  personId: string;
  kind: GivenDocumentKind;
  bytes: Uint8Array;
  language?: string | undefined;
  /** Absent when it is for the person. */
  givenTo?: string | undefined;
}

export async function noteGiven(context: CoreContext, given: Given): Promise<void> {
  const { personId, kind, bytes, language, givenTo } = given;
  await registerOf(context)
    .db.insertInto('given_document')
    .values({
      id: context.ports.ids.next(),
      person_id: personId,
      kind,
      language: language ?? null,
      given_on: context.ports.clock.today(),
      given_to: givenTo?.trim() || null,
      sha256: sha256Of(bytes),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'diary');
}
