import { z } from 'zod';
import { associationDetails } from '#domain/casework/association.ts';
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
  'vocabularies.get': procedure({
    input: z.strictObject({}),
    output: vocabularies,
    role: everyone,
    kind: 'query',
  }),
};
