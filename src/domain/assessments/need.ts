/*
 * Where a person stands in a domain of life, on our own scale from 1 (in crisis) to 5 (stands alone). The
 * idea of five steps is common to self-sufficiency matrices; their descriptors are country-specific or
 * licensed, so ours are our own (domain dossier 2.3). The number describes, it never decides eligibility.
 */
import { z } from 'zod';
import { longText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

const needLevel = z.int().min(1).max(5);

export const need = z.strictObject({
  /** Code of the vocabulary `lifeDomains`. */
  domain: code,
  level: needLevel,
  /** One sentence, best in the person's own words. */
  words: longText(600).optional(),
});

export type Need = z.infer<typeof need>;
