/*
 * Specific needs by UNHCR's standardised codes (IOM/030-FOM/030/2009), which partners and funders ask for. A
 * code alone can say that somebody survived violence or torture, so codes that do belong to the restricted
 * tier and are shown to coordinators only. UNHCR itself calls the disability codes of 2009 superseded, so
 * each record keeps the version of the list it was chosen from.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText } from '../text.ts';
import type { Role } from '../vault/role.ts';
import { code } from '../vocabularies/code.ts';

export const specificNeedTiers = ['desk', 'restricted'] as const;
export type SpecificNeedTier = (typeof specificNeedTiers)[number];

export const specificNeed = z.strictObject({
  /** Code of the vocabulary `specificNeeds`, for example `SP-PT`. */
  code,
  recordedOn: calendarDate,
  note: longText(400).optional(),
});
export type SpecificNeed = z.output<typeof specificNeed>;

export function maySeeTier(role: Role, tier: SpecificNeedTier): boolean {
  return tier === 'desk' || role === 'coordinator';
}
