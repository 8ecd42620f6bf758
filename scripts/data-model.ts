/** `npm run data-model`: draws docs/data-model.md from the schema anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './build-if-needed.ts';
import { drawDataModel } from './data-model/draw-data-model.ts';

writeFileSync(join(projectDir, 'docs/data-model.md'), await drawDataModel());
