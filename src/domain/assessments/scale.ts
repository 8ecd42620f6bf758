import { z } from 'zod';
import { code } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';

/**
 * The scale that assessments are made on: its levels and the domains that have written descriptors. The
 * descriptors are in the locales under `scale:<domain>.<level>`, in every language of the program.
 */
export const assessmentScale = z.strictObject({
  code,
  version: z.string().min(1).max(20),
  ...sourced,
  levels: z.array(z.int()).length(5),
  domains: z.array(code).min(1),
});
export type AssessmentScale = z.infer<typeof assessmentScale>;
