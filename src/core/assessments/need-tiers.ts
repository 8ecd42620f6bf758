import { maySeeTier, type SpecificNeedTier } from '#domain/assessments/specific-need.ts';
import { type CoreContext, registerOf } from '../context.ts';

/** A code that no list has any more is treated as the more sensitive kind. */
function tierOf({ resources }: CoreContext, code: string): SpecificNeedTier {
  const item = resources.vocabularies.specificNeeds.items.find((one) => one.code === code);
  return item?.tier ?? 'restricted';
}

export const isRestrictedCode = (context: CoreContext, code: string): boolean =>
  tierOf(context, code) === 'restricted';

/** Codes that whoever works here may see of everybody, in lists. */
export function visibleNeedCodes(context: CoreContext): string[] {
  const { role } = registerOf(context).user;
  const { items } = context.resources.vocabularies.specificNeeds;
  return items.filter(({ tier }) => maySeeTier(role, tier)).map(({ code }) => code);
}

/** Codes that may stand in a file outside the register, whoever makes it. */
export function deskNeedCodes({ resources }: CoreContext): string[] {
  const { items } = resources.vocabularies.specificNeeds;
  return items.filter(({ tier }) => tier === 'desk').map(({ code }) => code);
}
