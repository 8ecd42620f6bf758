/*
 * What somebody can do, in words an employer understands, with its code in ESCO where somebody looked it up (the
 * EU Skills Profile Tool and job centres use it). The code is taken as it is and never checked: ESCO grows, and a
 * profile without a code is worth more than none.
 */
import { z } from 'zod';
import { requiredText, shortText } from '../text.ts';

/** On whose word: the person's, somebody who saw them do it, a certificate. */
export const skillProofs = ['told', 'seen', 'certificate'] as const;

export const skillDetails = z.strictObject({
  skill: requiredText(160),
  /** Number or address of the concept. */
  esco: shortText(120).optional(),
  proof: z.enum(skillProofs),
  years: z.int().min(0).max(70).optional(),
});
