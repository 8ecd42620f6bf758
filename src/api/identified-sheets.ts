import { z } from 'zod';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant } from './grant.ts';
import { coordinators, procedure } from './procedure.ts';
import { period } from './reports.ts';

/** Who was accompanied in a period, and agreed to be named to this organisation. */
const wanted = { period, organisationId: z.uuid() };

/** Why somebody is not on the sheet. */
export const reasonsLeftOut = [
  'none',
  'notYet',
  'expired',
  'cameOfAge',
  'withdrawn',
  'notCovering',
  'withheld',
] as const;

export const identifiedSheetProcedures = {
  'identifiedSheets.preview': procedure({
    input: z.strictObject(wanted),
    output: z.strictObject({
      people: z.int(),
      leftOut: z.array(z.strictObject({ reason: z.enum(reasonsLeftOut), people: z.int() })),
    }),
    role: coordinators,
    kind: 'query',
  }),
  'identifiedSheets.save': procedure({
    input: z.strictObject({ ...wanted, language: z.enum(interfaceLanguages), grant }),
    /** The password is told once and kept nowhere. */
    output: z.strictObject({ byteCount: z.int(), people: z.int(), password: z.string() }),
    role: coordinators,
    kind: 'mutation',
  }),
};
