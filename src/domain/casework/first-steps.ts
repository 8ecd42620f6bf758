/*
 * From an empty register to the first letter: what an association needs for its work, in the order in which one
 * thing needs the other. Nothing is noted down when a step is done; the register itself shows it.
 */
export const firstSteps = [
  'association',
  'letterhead',
  'backup',
  'team',
  'directory',
  'programme',
  'person',
  'letter',
] as const;
export type FirstStep = (typeof firstSteps)[number];
