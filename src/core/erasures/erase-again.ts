/*
 * After an older copy of the register was put back: whoever was erased since the copy was made is in it again.
 * The ids travel outside the register with the backups; here they are erased once more, in the same manner.
 */
import { sql } from 'kysely';
import { againGround, type ErasureManner } from '#domain/erasures/erasure.ts';
import { announceChange, type CoreContext, type Db, registerOf } from '../context.ts';
import { cleanFile, erasePerson, keepErasure, rememberErased } from './erase-person.ts';
import { sealedTextsElsewhere } from './sealed-texts.ts';

export interface ErasedPerson {
  personId: string;
  erasedAt: string;
  manner: ErasureManner;
}

/** Everybody who was ever erased: ids, instants, nothing else. Oldest first. */
export async function listErased(db: Db): Promise<ErasedPerson[]> {
  return db
    .selectFrom('erased_person')
    .select(['person_id as personId', 'erased_at as erasedAt', 'manner'])
    .orderBy('erased_at')
    .orderBy('person_id')
    .execute();
}

/**
 * Returns how many were there again. Safe to call at every unlock, and for people the register never knew.
 * Whoever does not see restricted cases could not erase them: then it waits for somebody who does.
 */
export async function eraseAgain(
  context: CoreContext,
  erased: readonly ErasedPerson[],
): Promise<number> {
  const register = registerOf(context);
  if (register.hiddenPeople.size > 0) return 0;
  let done = 0;
  for (const one of erased) {
    const sealed = await sealedTextsElsewhere(context, one.personId);
    await register.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`
        SELECT id FROM person WHERE id = ${one.personId}`.execute(tx);
      await rememberErased(tx, one);
      if (rows.length > 0) {
        const { removed } = await erasePerson(context, tx, { ...one, sealed });
        await keepErasure(context, tx, {
          id: context.ports.ids.next(),
          manner: one.manner,
          ground: againGround,
          proposedBy: register.user.id,
          removed,
        });
        done += 1;
      }
    });
  }
  if (done > 0) {
    await cleanFile(register);
    announceChange(context, 'people');
  }
  return done;
}
