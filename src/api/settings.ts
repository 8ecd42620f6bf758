import { z } from 'zod';
import { associationDetails } from '#domain/casework/association.ts';
import { organisationDetails } from '#domain/casework/organisation.ts';
import { vocabularies } from '#domain/vocabularies/vocabulary.ts';
import { coordinators, desk, everyone, procedure } from './procedure.ts';

const organisation = organisationDetails.extend({ id: z.uuid() });
export type Organisation = z.infer<typeof organisation>;

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
  'organisations.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(organisation) }),
    role: desk,
    kind: 'query',
  }),
  'organisations.save': procedure({
    input: organisationDetails.extend({ id: z.uuid().optional() }),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
};
