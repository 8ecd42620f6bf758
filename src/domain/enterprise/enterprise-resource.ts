/*
 * What the program brings for those who want to open a firm: the sections of a plan, used wherever a template has
 * none of its own, and which letters a complete plan goes with.
 */
import { z } from 'zod';
import { requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';
import { businessPlanModel } from './business-plan.ts';

/** What a question of a letter is answered with from the dossier. */
const answers = ['idea', 'amount', 'place'] as const;
export type DossierAnswer = (typeof answers)[number];

export const enterpriseResource = z.strictObject({
  plan: businessPlanModel,
  /** First among the enclosures, with the day in the place of `{date}`. */
  planEnclosure: requiredText(120).refine((text) => text.includes('{date}'), 'says no day'),
  letters: z
    .array(
      z.strictObject({
        /** Of a letter in `resources/letters`. */
        code: z.string().min(3).max(8),
        /** On the button that opens it. */
        name: wordsInLanguages(requiredText(80)),
        /** By the key of its question. */
        answers: z.record(code, z.enum(answers)),
        alsoEnclosed: z.array(requiredText(120)).max(6),
      }),
    )
    .min(1)
    .max(6),
});
export type EnterpriseResource = z.output<typeof enterpriseResource>;
