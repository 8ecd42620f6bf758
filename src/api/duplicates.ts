import { z } from 'zod';
import { partialDate } from '#domain/dates/partial-date.ts';
import { personName } from '#domain/names/person-name.ts';
import { likenessLevels, likenessReasons } from '#domain/people/likeness.ts';
import { personDetails, sexes } from '#domain/people/person.ts';
import { shortText } from '#domain/text.ts';
import { countryCode } from '#domain/vocabularies/code.ts';
import { personLine } from './people.ts';
import { coordinators, desk, mediating, procedure } from './procedure.ts';

const likeness = {
  level: z.enum(likenessLevels),
  /** Strongest first; also what speaks against it. */
  reasons: z.array(z.enum(likenessReasons)),
};

const similarPerson = z.strictObject({ person: personLine, ...likeness });
export type SimilarPerson = z.infer<typeof similarPerson>;

const possibleDuplicate = z.strictObject({ a: personLine, b: personLine, ...likeness });
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>;

const merge = z.strictObject({
  id: z.uuid(),
  keptId: z.uuid(),
  keptName: z.string(),
  /** The name and the case number of the record that is no longer shown. */
  mergedName: z.string(),
  mergedCaseNumber: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type Merge = z.infer<typeof merge>;

export const duplicatesProcedures = {
  /** People who may be the one that is being registered; the likeliest first, at most five. */
  'people.findSimilar': procedure({
    input: z.strictObject({
      names: z.array(personName).max(20),
      birth: partialDate.optional(),
      sex: z.enum(sexes),
      nationalities: z.array(countryCode).max(5),
      phone: shortText(160).optional(),
      fiscalCode: shortText(32).optional(),
    }),
    output: z.strictObject({ items: z.array(similarPerson) }),
    role: desk,
    kind: 'query',
  }),
  /** Pairs in the register that may be one person; the likeliest first, at most a hundred. */
  'duplicates.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(possibleDuplicate),
      hasMore: z.boolean(),
      /** Before all was compared, by `duplicates.stop` or by asking again. */
      isStopped: z.boolean(),
      /** The register is so large that not all pairs worth it were compared. */
      isCutShort: z.boolean(),
    }),
    role: desk,
    kind: 'query',
  }),
  /** Ends a comparison under way; what it found by then is its answer. */
  'duplicates.stop': procedure({
    input: z.strictObject({}),
    output: z.strictObject({}),
    role: desk,
    kind: 'query',
  }),
  /** Two people who are not one; the pair is not shown again. Fails with `merge_with_self`. */
  'duplicates.dismiss': procedure({
    input: z.strictObject({ personId: z.uuid(), otherId: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'merges.list': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(merge) }),
    role: mediating,
    kind: 'query',
  }),
  /**
   * Makes two records one: `details` are the chosen values, everything that hangs from the other record goes
   * over. Fails with `changed_meanwhile`, `merge_with_self` and `merge_protected`.
   */
  'merges.create': procedure({
    input: z.strictObject({
      keptId: z.uuid(),
      keptRevision: z.int(),
      mergedId: z.uuid(),
      mergedRevision: z.int(),
      details: personDetails,
    }),
    output: z.strictObject({ id: z.uuid() }),
    role: mediating,
    kind: 'mutation',
  }),
  /**
   * Parts the two again, as they were. Work recorded since then stays with the kept person, and so do the
   * kept person's details when somebody has changed them since: `keptWasChanged` says so.
   */
  'merges.undo': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({
      keptId: z.uuid(),
      mergedId: z.uuid(),
      keptWasChanged: z.boolean(),
    }),
    role: coordinators,
    kind: 'mutation',
  }),
};
