import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { newEntry, protocolDirections } from '#domain/protocol/protocol-entry.ts';
import { referralWays } from '#domain/referrals/referral.ts';
import { requiredText, shortText } from '#domain/text.ts';
import { grant } from './grant.ts';
import { coordinators, desk, procedure } from './procedure.ts';
import { typesetPdf } from './typeset-file.ts';

const entry = z.strictObject({
  id: z.uuid(),
  year: z.int(),
  number: z.int(),
  direction: z.enum(protocolDirections),
  enteredOn: calendarDate,
  correspondent: z.string(),
  /** Empty when the person was erased. */
  subject: z.string(),
  way: z.enum(referralWays).optional(),
  documentOn: calendarDate.optional(),
  theirProtocol: z.string().optional(),
  note: z.string().optional(),
  person: z.strictObject({ personId: z.uuid(), listedName: z.string() }).optional(),
  letterId: z.uuid().optional(),
  /** Number of the entry this one answers, and of the first that answers it. */
  answers: z.strictObject({ id: z.uuid(), protocol: z.string() }).optional(),
  answeredBy: z.strictObject({ id: z.uuid(), protocol: z.string() }).optional(),
  annulledOn: calendarDate.optional(),
  annulledWhy: z.string().optional(),
  enteredBy: z.string(),
});
export type ProtocolEntry = z.infer<typeof entry>;

const protocolFilter = z.strictObject({
  year: z.int().min(2000).max(2999).optional(),
  direction: z.enum(protocolDirections).optional(),
  /** Words of the correspondent, the subject, the note, their number or ours. */
  query: shortText(80).default(''),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  /** Only papers that came in and have no answer. */
  onlyUnanswered: z.boolean().default(false),
});
export type ProtocolFilter = z.infer<typeof protocolFilter>;

const paged = protocolFilter.extend({
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
});

export const protocolProcedures = {
  'protocol.list': procedure({
    input: paged,
    output: z.strictObject({
      items: z.array(entry),
      total: z.int(),
      years: z.array(z.int()),
    }),
    role: desk,
    kind: 'query',
  }),
  /** A paper that came in, or one that went out without being written here. */
  'protocol.enter': procedure({
    input: newEntry,
    output: z.strictObject({ id: z.uuid(), protocol: z.string() }),
    role: desk,
    kind: 'mutation',
  }),
  /** Which entry answers which. */
  'protocol.recordAnswer': procedure({
    input: z.strictObject({ id: z.uuid(), answersId: z.uuid().nullable() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** The number stays, with why it does not count. */
  'protocol.annul': procedure({
    input: z.strictObject({ id: z.uuid(), why: requiredText(200) }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** The letter a reply slip belongs to, by the reference as typed or scanned. */
  'protocol.find': procedure({
    input: z.strictObject({ reference: shortText(40) }),
    output: z.strictObject({
      protocol: z.string(),
      letterId: z.uuid(),
      personId: z.uuid(),
      referralId: z.uuid().optional(),
    }),
    role: desk,
    kind: 'query',
  }),
  'documents.protocol': procedure({
    input: protocolFilter,
    output: typesetPdf,
    role: desk,
    kind: 'query',
  }),
  'documents.saveProtocol': procedure({
    input: protocolFilter.extend({ grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
};
