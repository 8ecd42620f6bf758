import type { VaultContract } from '#api/contract.ts';
import type { draftProcedures } from '#api/drafts.ts';
import type { Handlers } from '#api/server.ts';
import type { DraftKey } from '#domain/drafts/draft.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { draftsLeft } from './drafts-left.ts';
import { openContent, sealContent } from './sealed-content.ts';

type DraftHandlers = Handlers<Pick<VaultContract, keyof typeof draftProcedures>, CoreContext>;

async function getDraft(context: CoreContext, { form, subjectId }: DraftKey) {
  const { db, user } = registerOf(context);
  const row = await db
    .selectFrom('draft')
    .select(['content', 'changed_at'])
    .where('user_id', '=', user.id)
    .where('form', '=', form)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  const content = row && openContent(context, { form, subjectId }, row.content);
  return { draft: content === undefined ? null : { content, changedAt: row?.changed_at ?? '' } };
}

// Nothing is announced: a draft changes nothing that a page shows of the register.
async function saveDraft(
  context: CoreContext,
  wanted: DraftKey & { personId?: string | undefined; content: string },
) {
  const { db, user } = registerOf(context);
  if (wanted.personId !== undefined) await getCaseFile(db, wanted.personId);
  const changed = {
    person_id: wanted.personId ?? null,
    content: sealContent(context, wanted, wanted.content),
    changed_at: context.ports.clock.now().toISOString(),
  };
  await db
    .insertInto('draft')
    .values({ user_id: user.id, form: wanted.form, subject_id: wanted.subjectId, ...changed })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'form', 'subject_id']).doUpdateSet(changed),
    )
    .execute();
  return {};
}

async function removeDraft(context: CoreContext, { form, subjectId }: DraftKey) {
  const { db, user } = registerOf(context);
  await db
    .deleteFrom('draft')
    .where('user_id', '=', user.id)
    .where('form', '=', form)
    .where('subject_id', '=', subjectId)
    .execute();
  return {};
}

export const draftHandlers: DraftHandlers = {
  'drafts.list': async (context) => {
    const { db, user } = registerOf(context);
    return { items: await draftsLeft(db, user.id) };
  },
  'drafts.get': getDraft,
  'drafts.save': saveDraft,
  'drafts.remove': removeDraft,
};
