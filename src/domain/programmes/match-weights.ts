/*
 * How many points each reason for a place is worth. COMET names what counts (family ties, languages, skills,
 * "integration potential") and not how much; so a programme may say it in its template, and whoever looks at a
 * proposal sees the points beside each reason. A reason worth nothing is not looked at.
 */
import { z } from 'zod';

export const matchReasons = ['family', 'language', 'skills', 'school', 'fits'] as const;

const points = z.int().min(0).max(100);

export const matchWeights = z
  .strictObject({
    family: points,
    language: points,
    skills: points,
    school: points,
    fits: points,
  })
  .refine((weights) => Object.values(weights).some((one) => one > 0), 'no reason counts');
export type MatchWeights = z.output<typeof matchWeights>;
