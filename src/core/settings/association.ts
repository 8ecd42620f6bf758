import { type AssociationDetails, associationDetails } from '#domain/casework/association.ts';
import type { Db } from '../context.ts';

export async function getAssociation(db: Db): Promise<AssociationDetails> {
  const row = await db.selectFrom('register').select('association').executeTakeFirstOrThrow();
  return associationDetails.parse(JSON.parse(row.association));
}
