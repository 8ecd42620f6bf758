import { z } from 'zod';
import { draftForms, draftKey, maxDraftLength } from '#domain/drafts/draft.ts';
import { desk, procedure } from './procedure.ts';

const draftLeft = draftKey.extend({
  form: z.enum(draftForms),
  personId: z.uuid().optional(),
  /** Of the person the form was about. */
  listedName: z.string().optional(),
  changedAt: z.string(),
});
export type DraftLeft = z.infer<typeof draftLeft>;

/** All of them concern the user who is working; another user's drafts cannot be named. */
export const draftProcedures = {
  /** What was begun and neither saved nor given up, newest first. */
  'drafts.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(draftLeft) }),
    role: desk,
    kind: 'query',
  }),
  'drafts.get': procedure({
    input: draftKey,
    output: z.strictObject({
      draft: z.strictObject({ content: z.string(), changedAt: z.string() }).nullable(),
    }),
    role: desk,
    kind: 'query',
  }),
  /** `content` is JSON that only the form understands. */
  'drafts.save': procedure({
    input: draftKey.extend({
      personId: z.uuid().optional(),
      content: z.string().min(2).max(maxDraftLength),
    }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'drafts.remove': procedure({
    input: draftKey,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
