import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import { letterHold } from './letter-hold.ts';

interface Copy {
  kind: 'office' | 'person';
  manner: 'printed' | 'saved';
}

/** Notes which copy left; fails with the reason when the office's may not. */
export async function recordCopy(
  context: CoreContext,
  letter: LetterTable,
  { kind, manner }: Copy,
): Promise<void> {
  const held = kind === 'office' ? await letterHold(context, letter) : undefined;
  if (held) throw held;
  await registerOf(context)
    .db.insertInto('letter_copy')
    .values({
      id: context.ports.ids.next(),
      letter_id: letter.id,
      kind,
      manner,
      made_on: context.ports.clock.today(),
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'diary');
}
