import { z } from 'zod';
import { associationDetails } from '#domain/casework/association.ts';
import { firstSteps } from '#domain/casework/first-steps.ts';
import { vocabularies } from '#domain/vocabularies/vocabulary.ts';
import { coordinators, everyone, procedure } from './procedure.ts';

export const settingsProcedures = {
  'association.get': procedure({
    input: z.strictObject({}),
    output: associationDetails,
    role: everyone,
    kind: 'query',
  }),
  'association.save': procedure({
    input: associationDetails,
    output: z.strictObject({}),
    role: coordinators,
    kind: 'mutation',
  }),
  /** What has been done of the way from an empty register to the first letter. */
  'firstSteps.get': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ done: z.array(z.enum(firstSteps)) }),
    role: coordinators,
    kind: 'query',
  }),
  'vocabularies.get': procedure({
    input: z.strictObject({}),
    output: vocabularies,
    role: everyone,
    kind: 'query',
  }),
};
