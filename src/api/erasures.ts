import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { erasureGrounds, erasureManners } from '#domain/erasures/erasure.ts';
import { longText } from '#domain/text.ts';
import { typedPassphrase } from '#domain/vault/passphrase.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';

import { grant } from './grant.ts';
import { coordinators, procedure } from './procedure.ts';
import { typesetPdf } from './typeset-file.ts';

const ofPerson = z.strictObject({ personId: z.uuid() });
const one = z.strictObject({ id: z.uuid() });

const erasureRequest = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  listedName: z.string(),
  caseNumber: z.string(),
  manner: z.enum(erasureManners),
  ground: z.enum(erasureGrounds),
  /** When the person asked, and the day by which they get an answer. */
  askedOn: calendarDate.optional(),
  answerBy: calendarDate.optional(),
  reason: z.string().optional(),
  proposedOn: calendarDate,
  proposedBy: z.string(),
  /** What stands between whoever asks and confirming it. */
  confirmation: z.enum([
    'ready',
    'needsPassphrase',
    'needsOther',
    'tooEarly',
    'tooFewDays',
    'onHold',
  ]),
  /** With `tooEarly`: the first day on which it is possible. */
  possibleFrom: calendarDate.optional(),
  /** With `tooFewDays`: on how many more days the register has to be opened. */
  daysMissing: z.int().optional(),
});
export type ErasureRequest = z.infer<typeof erasureRequest>;

const erasure = z.strictObject({
  id: z.uuid(),
  manner: z.enum(erasureManners),
  doneOn: calendarDate,
  proposedBy: z.string(),
  confirmedBy: z.string(),
  /** Rows by kind. */
  removed: z.record(z.string(), z.int()),
  /** `clean`: looked for everywhere and not found. `cutShort`: not looked for, the program was stopped. */
  check: z.enum(['clean', 'found', 'cutShort']),
});
export type Erasure = z.infer<typeof erasure>;

/** A place in what was written about others that holds a word of the name by itself. */
const mention = z.strictObject({
  /** Good until the place is written anew. */
  id: z.string(),
  /** What kind of row it is, as on a certificate. */
  kind: z.string(),
  /** In whose file; absent where it belongs to several people, or to nobody. */
  person: z.strictObject({ id: z.uuid(), listedName: z.string() }).optional(),
  /** The words with what stands around them; at most five. */
  pieces: z.array(z.strictObject({ before: z.string(), word: z.string(), after: z.string() })),
});
export type Mention = z.infer<typeof mention>;

export const erasureProcedures = {
  /** Where single words of the name stand elsewhere, protected notes of others included; at most 200 places. */
  'erasures.mentions': procedure({
    input: ofPerson,
    output: z.strictObject({ items: z.array(mention), isCut: z.boolean() }),
    role: coordinators,
    kind: 'query',
  }),
  /** Covers these places. Fails with `not_found` where no erasure is proposed. */
  'erasures.crossOut': procedure({
    input: ofPerson.extend({
      ids: z
        .array(z.string().regex(/^[0-9a-f]{32}$/))
        .min(1)
        .max(200),
    }),
    output: z.strictObject({ covered: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** What would go; null where nothing is proposed. */
  'erasures.get': procedure({
    input: ofPerson,
    output: z.strictObject({
      request: erasureRequest.nullable(),
      /** Rows by kind. */
      wouldRemove: z.record(z.string(), z.int()),
      isClosed: z.boolean(),
    }),
    role: coordinators,
    kind: 'query',
  }),
  /** Proposals that wait, oldest first, and what was done, newest first. */
  'erasures.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ waiting: z.array(erasureRequest), done: z.array(erasure) }),
    role: coordinators,
    kind: 'query',
  }),
  /** Proposes. Fails with `person_on_hold`, `erasure_exists` and, for `periodOver`, `case_file_open`. */
  'erasures.start': procedure({
    input: z.strictObject({
      personId: z.uuid(),
      manner: z.enum(erasureManners),
      ground: z.enum(erasureGrounds),
      askedOn: calendarDate.optional(),
      reason: longText(600).optional(),
    }),
    output: one,
    role: coordinators,
    kind: 'mutation',
  }),
  'erasures.withdraw': procedure({
    input: one,
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /**
   * Carries it out; nothing brings it back. Fails with `person_on_hold`, `erasure_not_alone`,
   * `erasure_too_early` (details: from), `erasure_too_few_days` (details: days) and `wrong_passphrase`.
   */
  'erasures.confirm': procedure({
    input: z.strictObject({ id: z.uuid(), passphrase: typedPassphrase.optional() }),
    output: erasure,
    role: coordinators,
    kind: 'mutation',
  }),
  /** What was removed, when and by whom, without a word about who it was. */
  'erasures.certificate': procedure({
    input: one.extend({ language: z.enum(interfaceLanguages) }),
    output: typesetPdf,
    role: coordinators,
    kind: 'query',
  }),
  'erasures.saveCertificate': procedure({
    input: one.extend({ language: z.enum(interfaceLanguages), grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
};
