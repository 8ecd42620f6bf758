import { z } from 'zod';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant } from './grant.ts';
import { coordinators, procedure } from './procedure.ts';
import { typesetPdf } from './typeset-file.ts';

/** As typed: spaces, hyphens and small letters do not count. */
const typed = z.string().min(1).max(120);

export const wholeRecoveryKey = z.strictObject({ recoveryKey: typed });
/** Two of the three parts a key was split into. */
export const twoRecoveryParts = z.strictObject({ recoveryParts: z.tuple([typed, typed]) });
export const typedRecovery = z.union([wholeRecoveryKey, twoRecoveryParts]);
export type TypedRecovery = z.output<typeof typedRecovery>;

const part = z.int().min(1).max(3);
const sheet = z.strictObject({
  language: z.enum(interfaceLanguages),
  /** Of a split key; without it the sheet holds the whole key. */
  part: part.optional(),
});

/** All of them about the key that was made in this session and not confirmed yet: a later one is nowhere to be read. */
export const recoveryProcedures = {
  /** Splits the key that waits to be confirmed; from then on it is the parts that are confirmed. */
  'recoveryParts.create': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Three parts of ten groups of four characters. */
      parts: z.array(z.array(z.string().length(4)).length(10)).length(3),
      /** Positions (from 0) of the group of each part that must be typed back. */
      confirm: z.array(z.int().min(0).max(9)).length(3),
    }),
    role: coordinators,
    kind: 'mutation',
  }),
  /** One group of each part, typed back from paper. */
  'recoveryParts.confirm': procedure({
    input: z.strictObject({
      groups: z
        .array(z.strictObject({ part, position: z.int().min(0).max(9), value: z.string().max(12) }))
        .length(3),
    }),
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** The sheet to print. */
  'recoverySheets.get': procedure({
    input: sheet,
    output: typesetPdf,
    role: coordinators,
    kind: 'query',
  }),
  'recoverySheets.save': procedure({
    input: sheet.extend({ grant }),
    output: z.strictObject({ byteCount: z.int() }),
    role: coordinators,
    kind: 'mutation',
  }),
};
