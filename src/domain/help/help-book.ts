import { z } from 'zod';

const id = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/);
const line = z.string().min(1).max(600);

/**
 * What somebody at the desk wants to know, topic by topic. `[[namespace:key]]` stands for the words on a button or
 * page of the program, so that the help names them as they are, in every language.
 */
const helpTopic = z.strictObject({
  id,
  title: line,
  lead: line,
  steps: z.array(line).max(10),
  notes: z.array(line).max(10),
  /** Where it is done, when that is one page for everybody. */
  page: z.string().startsWith('/').optional(),
});

export const helpBook = z.strictObject({
  groups: z.array(z.strictObject({ id, title: line, topics: z.array(helpTopic).min(1) })).min(1),
});

export type HelpTopic = z.infer<typeof helpTopic>;
export type HelpBook = z.infer<typeof helpBook>;
