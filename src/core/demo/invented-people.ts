import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { associationDetails } from '#domain/casework/association.ts';
import { organisationDetails } from '#domain/directory/organisation.ts';
import { scripts } from '#domain/names/script.ts';
import { responsibles } from '#domain/plans/plan.ts';
import { sourced } from '#domain/vocabularies/vocabulary.ts';

/** Latin spelling and the spelling in the community's own script, where it has another one. */
const spelling = z.tuple([z.string().min(1), z.string().nullable()]);

const community = z.strictObject({
  nationality: z.string(),
  language: z.string(),
  script: z.enum(scripts),
  weight: z.int().min(1),
  statuses: z.array(z.string()).min(1),
  women: z.array(spelling).min(1),
  men: z.array(spelling).min(1),
  families: z.array(spelling).min(1),
});
export type Community = z.infer<typeof community>;

const inventedPeople = z.strictObject({
  ...sourced,
  communities: z.array(community).min(1),
  association: associationDetails,
  operator: z.string(),
  mediators: z.array(z.string()).min(1),
  guardians: z.array(z.strictObject({ name: z.string(), authority: z.string() })).min(1),
  organisations: z.array(organisationDetails).min(1),
  streets: z.array(z.string()).min(1),
  needWords: z.record(z.string(), z.array(z.string()).min(1)),
  priorities: z.array(z.string()).min(1),
  goals: z
    .array(
      z.strictObject({
        domain: z.string(),
        statement: z.string(),
        indicator: z.string(),
        baseline: z.string(),
        target: z.string(),
        actions: z.array(z.tuple([z.string(), z.enum(responsibles)])).min(1),
      }),
    )
    .min(2),
});
export type InventedPeople = z.infer<typeof inventedPeople>;

/** The material of the demonstration register. */
export function loadInventedPeople(resourcesDir: string): InventedPeople {
  const path = join(resourcesDir, 'demo', 'invented-people.json');
  return inventedPeople.parse(JSON.parse(readFileSync(path, 'utf8')));
}
