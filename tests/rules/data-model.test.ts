import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawDataModel } from '../../scripts/data-model/draw-data-model.ts';
import { root } from './source-files.ts';

test('the picture of the data is that of the schema; if not, `npm run data-model`', async () => {
  const kept = readFileSync(join(root, 'docs/data-model.md'), 'utf8');
  expect(kept).toBe(await drawDataModel());
  // What cannot be missing, whoever made both.
  expect(kept).toContain('person ||--o{ case_file : "person_id, goes with it"');
  expect(kept).toMatch(/`case_file` ◆/);
  expect(kept).toContain('`audit_entry`,');
});
