/*
 * Which sections a printed plan has and in which order, and the rights that must be explained. Sections are
 * those of the plan document in domain dossier 2.2; the rights are the minimum information of Annex I of
 * Regulation (EU) 2024/1347. Data, so that a programme can hide a section without a programmer.
 */
import { z } from 'zod';
import { code } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';

const planSections = [
  'who',
  'startingPoint',
  'priorities',
  'goals',
  'commitments',
  'budget',
  'rights',
  'contacts',
  'review',
  'statements',
  'signatures',
] as const;
export type PlanSection = (typeof planSections)[number];

export const planTemplate = z
  .strictObject({
    code,
    ...sourced,
    sections: z.array(z.enum(planSections)).min(1),
    rights: z.array(code).min(1),
    /** Codes of `lifeDomains` that a paper for strangers, as the closing certificate, says nothing about. */
    privateDomains: z.array(code),
    /** Printed on the page the person takes home. */
    emergencyNumber: z.string().regex(/^\d{2,6}$/),
    reviewAfterMonths: z.int().min(1).max(24),
    /** Children's plans are looked at sooner. */
    reviewAfterMonthsOfMinors: z.int().min(1).max(24),
  })
  .refine((template) => template.sections.includes('signatures'), {
    message: 'a plan without places to sign is not an agreement',
    path: ['sections'],
  });

export type PlanTemplate = z.infer<typeof planTemplate>;
