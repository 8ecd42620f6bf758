import { z } from 'zod';
import { partialDate } from '#domain/dates/partial-date.ts';
import { tieDetails } from '#domain/people/tie.ts';
import { recordProcedures } from './person-records.ts';
import { desk, procedure } from './procedure.ts';

/** Somebody of the register, as far as a family list shows them. */
const relation = z.strictObject({
  personId: z.uuid(),
  listedName: z.string(),
  birth: partialDate.optional(),
  isOpen: z.boolean(),
});
export type Relation = z.infer<typeof relation>;

const tie = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  /** Seen from the person asked for, whoever of the two it was recorded with. */
  details: tieDetails,
  /** Present when the other has a file here. */
  other: relation.optional(),
  changedAt: z.string(),
});
export type Tie = z.infer<typeof tie>;

const household = z.strictObject({
  members: z.array(relation),
  /** Named people who live there and have no file. */
  named: z.array(z.string()),
});
export type Household = z.infer<typeof household>;

const { save, remove } = recordProcedures(tieDetails);

export const tieProcedures = {
  /** With the rest of the household: people of it to whom there is no direct tie. */
  'ties.list': procedure({
    input: z.strictObject({ personId: z.uuid() }),
    output: z.strictObject({ items: z.array(tie), household: z.array(relation) }),
    role: desk,
    kind: 'query',
  }),
  /** Fails with `tie_exists` when the two are already tied in this way, `tie_with_self` for one person. */
  'ties.save': save,
  'ties.remove': remove,
  /** People who live together by their ties, families of several first. */
  'households.list': procedure({
    input: z.strictObject({
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ items: z.array(household), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
};
