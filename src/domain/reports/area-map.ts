/*
 * Where people live, told as areas that an association names itself ("Turin", "the belt", "the mountains"), because
 * towns one by one would point at families. There is one way of dividing them, and it stands still from the first
 * report that used it: areas that are drawn otherwise in a second report give away who lives between the two lines
 * (disclosure design B4, attack 3).
 */
import { z } from 'zod';
import { requiredText } from '../text.ts';
import { notRecorded } from './summary.ts';

/** A town as people write it; upper case, accents and signs make no other town. */
export const townKey = (town: string): string =>
  town
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const area = z.strictObject({
  name: requiredText(60),
  towns: z.array(requiredText(80)).min(1).max(200),
});

export const areas = z
  .array(area)
  .min(1)
  .max(20)
  .refine((all) => {
    const towns = all.flatMap((one) => one.towns.map(townKey));
    return new Set(towns).size === towns.length;
  }, 'a town in two areas')
  .refine((all) => {
    const names = all.map(({ name }) => townKey(name));
    return new Set(names).size === names.length;
  }, 'two areas of one name');
export type Areas = z.infer<typeof areas>;

/** Of towns that are in no area. */
export const elsewhere = 'elsewhere';

export const areaCode = (at: number): string => `area${at + 1}`;

/** In which area somebody lives; unknown where no town is on record. */
export function areaOf(town: string | undefined, all: Areas): string {
  if (town === undefined || town === '') return notRecorded;
  const key = townKey(town);
  const at = all.findIndex(({ towns }) => towns.some((one) => townKey(one) === key));
  return at === -1 ? elsewhere : areaCode(at);
}
