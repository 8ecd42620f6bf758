import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { noteKinds, protectedNote } from '#domain/notes/protected-note.ts';
import { roles } from '#domain/vault/role.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });

const noteLine = z.strictObject({
  id: z.uuid(),
  kind: z.enum(noteKinds),
  notedOn: calendarDate,
  /** How the text begins. */
  opening: z.string(),
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type NoteLine = z.infer<typeof noteLine>;

const noteVersion = protectedNote.extend({
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type NoteVersion = z.infer<typeof noteVersion>;

const noteProcedures = {
  /** Fails with `restricted_no_access` for whoever is neither coordinator nor named on the case. */
  'notes.list': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(noteLine) }),
    role: desk,
    kind: 'query',
  }),
  /** Every version, the newest first. Reading it is written into the audit log. */
  'notes.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({
      id: z.uuid(),
      personId: z.uuid(),
      versions: z.array(noteVersion).min(1),
    }),
    role: desk,
    kind: 'query',
  }),
  'notes.save': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      /** Of a note that exists, with the version that was read. */
      existing: z.strictObject({ id: z.uuid(), version: z.int() }).optional(),
      note: protectedNote,
    }),
    output: z.strictObject({ id: z.uuid(), version: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
};

const namedUser = z.strictObject({ id: z.uuid(), name: z.string(), role: z.enum(roles) });

const caseAccessProcedures = {
  'caseAccess.list': procedure({
    input: ofPerson,
    output: z.strictObject({
      isRestricted: z.boolean(),
      hasNotes: z.boolean(),
      /** Whether who asks can read the protected notes. */
      mayRead: z.boolean(),
      /** Whom to ask. */
      coordinators: z.array(z.string()),
      named: z.array(namedUser),
      /** Who could still be named; for coordinators. */
      others: z.array(namedUser),
    }),
    role: desk,
    kind: 'query',
  }),
  /** Seals the key of the case to one user. */
  'caseAccess.grant': procedure({
    input: z.strictObject({ personId: z.uuid(), userId: z.uuid() }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Takes somebody off a case, and gives the case a new key. */
  'caseAccess.revoke': procedure({
    input: z.strictObject({ personId: z.uuid(), userId: z.uuid() }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** Whether volunteers and mediators who are not named see the person at all. */
  'caseAccess.save': procedure({
    input: z.strictObject({ personId: z.uuid(), isRestricted: z.boolean() }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
};

export const notesProcedures = { ...noteProcedures, ...caseAccessProcedures };
