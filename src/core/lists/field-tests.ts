import { backgroundFields } from './fields/background-fields.ts';
import { caseFileFields } from './fields/case-file-fields.ts';
import { papersFields } from './fields/papers-fields.ts';
import { personFields } from './fields/person-fields.ts';
import { workFields } from './fields/work-fields.ts';
import type { FieldTests } from './filter.ts';

/** One for every field; without it the program does not compile. */
export const fieldTests: FieldTests = {
  ...caseFileFields,
  ...personFields,
  ...backgroundFields,
  ...papersFields,
  ...workFields,
};
