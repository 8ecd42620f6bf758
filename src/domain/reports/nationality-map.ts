/*
 * Nationalities told as groups ("Horn of Africa"), because a country with two people is nobody's secret for long.
 * A map that changed between two reports would give away whoever changed sides (disclosure design B4, attack 4),
 * so from the first report that uses it it stands still; another way of grouping is another map.
 */
import { z } from 'zod';
import { requiredText } from '../text.ts';
import { countryCode } from '../vocabularies/code.ts';

const nationalityGroup = z.strictObject({
  name: requiredText(60),
  countries: z.array(countryCode).min(2).max(120),
});

export const nationalityMapDetails = z
  .strictObject({
    name: requiredText(80),
    groups: z.array(nationalityGroup).min(1).max(30),
  })
  .refine(({ groups }) => {
    const all = groups.flatMap(({ countries }) => countries);
    return new Set(all).size === all.length;
  }, 'a country in two groups');
export type NationalityMapDetails = z.infer<typeof nationalityMapDetails>;
