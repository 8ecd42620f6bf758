import { z } from 'zod';
import { programmeTemplate } from './programme-template.ts';

/**
 * The shape of a template file as JSON Schema, for whoever writes one elsewhere. It says less than the program
 * checks: that what is named is in the file, that codes stand once and how deep rules go is not in it.
 */
export function templateSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(programmeTemplate, { io: 'output', unrepresentable: 'any' }),
    title: 'Approdo programme template',
  };
}
