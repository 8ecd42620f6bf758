import { z } from 'zod';
import { columns, sorting } from '#domain/lists/list-column.ts';
import { listLook, savedView } from '#domain/lists/saved-view.ts';
import { longText } from '#domain/text.ts';
import { grant } from './grant.ts';
import { listQuestion } from './people.ts';
import { coordinators, desk, procedure } from './procedure.ts';

/** More at once is a slip of the hand, and a message too long for the page. */
export const mostAssigned = 500;
export const mostExported = 10_000;

/** People picked one by one, or everybody a list held when it was looked at. */
export const picked = z.union([
  z.strictObject({ personIds: z.array(z.uuid()).min(1).max(mostAssigned) }),
  z.strictObject({ list: listQuestion, expected: z.int().min(1) }),
]);
export type Picked = z.output<typeof picked>;

const ownView = savedView.extend({
  id: z.uuid(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  ownerName: z.string(),
  /** Whoever looks may change and remove it. */
  mayChange: z.boolean(),
});
export type OwnView = z.output<typeof ownView>;

const shippedView = savedView.omit({ name: true }).extend({ code: z.string() });

const nothing = z.strictObject({});
const byId = z.strictObject({ id: z.uuid() });

export const listProcedures = {
  /** How this user wants lists to look; null until they chose. */
  'listLooks.get': procedure({
    input: nothing,
    output: z.strictObject({ look: listLook.nullable() }),
    role: desk,
    kind: 'query',
  }),
  'listLooks.save': procedure({ input: listLook, output: nothing, role: desk, kind: 'mutation' }),
  /** Those of the program, one's own, and those the team shares. */
  'views.list': procedure({
    input: nothing,
    output: z.strictObject({ shipped: z.array(shippedView), items: z.array(ownView) }),
    role: desk,
    kind: 'query',
  }),
  /** Sharing one, and changing one that is shared, is for coordinators. Fails with `role_missing`. */
  'views.save': procedure({
    input: z.strictObject({ id: z.uuid().optional(), view: savedView, isShared: z.boolean() }),
    output: byId,
    role: desk,
    kind: 'mutation',
  }),
  'views.remove': procedure({ input: byId, output: nothing, role: desk, kind: 'mutation' }),
  /** Takes back a removal of this session. */
  'views.restore': procedure({ input: byId, output: nothing, role: desk, kind: 'mutation' }),
  /** What a step with many people would touch, to be confirmed. Fails with `list_too_long`. */
  'lists.check': procedure({
    input: z.strictObject({ picked, purpose: z.enum(['assign', 'export']) }),
    output: z.strictObject({
      total: z.int(),
      /** Whom somebody follows already. */
      followed: z.int(),
      restricted: z.int(),
    }),
    role: coordinators,
    kind: 'query',
  }),
  /**
   * Writes the list as it is on screen to a spreadsheet outside the register. Restricted cases are in it
   * only when that is asked for; protected notes and codes never. Fails with `list_too_long`.
   */
  'lists.export': procedure({
    input: z.strictObject({
      list: listQuestion,
      columns,
      sort: sorting.optional(),
      includeRestricted: z.boolean(),
      grant,
    }),
    output: z.strictObject({ byteCount: z.int(), count: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Notes that a list of people was printed, before it is. */
  'lists.recordPrint': procedure({ input: nothing, output: nothing, role: desk, kind: 'mutation' }),
  /**
   * Names who follows all of these people from now on, or nobody with null: all or none, each with its step
   * in the history. Fails with `list_changed`, `list_too_long` or `not_found`.
   */
  'assignments.create': procedure({
    input: z.strictObject({
      picked,
      workerId: z.uuid().nullable(),
      /** Needed where somebody hands over. */
      reason: longText(600),
    }),
    output: z.strictObject({ id: z.uuid(), changed: z.int(), unchanged: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Takes an assignment of this session back, except where a file went on to somebody else since. */
  'assignments.undo': procedure({
    input: byId,
    output: z.strictObject({ changed: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
};
