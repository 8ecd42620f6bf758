/** How loud it is whether a body counts as an association of migrants. */
export const outcomeTones = {
  included: 'good',
  excluded: 'neutral',
  unknown: 'attention',
} as const;
