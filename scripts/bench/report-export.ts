import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeLargeRegister } from '../../tests/support/large-register.ts';
import { compared, type Finding } from './measure.ts';

const PEOPLE = 2_000;
const child = fileURLToPath(new URL('./report-export-child.ts', import.meta.url));

interface Measured {
  preview: number;
  sent: number;
  again: number;
  five: number;
  cells: number;
  tenth: number;
}

/** A report on everybody of a large register: counted, protected, audited, and kept with its four files. */
export async function benchReportExport(): Promise<Finding[]> {
  const folder = await makeLargeRegister(PEOPLE);
  // In a process of its own, which is as cold as the program is.
  const { stdout, stderr, status } = spawnSync(process.execPath, [child, folder], {
    encoding: 'utf8',
  });
  await rm(folder, { recursive: true });
  if (status !== 0) throw new Error(`the export failed: ${stderr}`);
  const { preview, sent, again, five, cells, tenth }: Measured = JSON.parse(stdout);
  const shown = { name: 'protecting it for the page alone', value: preview };
  const most = { value: 10 };
  return [
    compared(
      { name: `whole export of ${PEOPLE} people, four files`, value: sent, unit: 's' },
      shown,
      most,
    ),
    compared(
      { name: 'the next one, protected together with it', value: again, unit: 's' },
      shown,
      most,
    ),
    compared(
      { name: 'the tenth, protected together with nine', value: tenth, unit: 's' },
      { name: 'the second', value: again },
      most,
    ),
    compared(
      {
        name: `a plan of five linked tables, ${cells} cells, beside the two that were sent`,
        value: five,
        unit: 's',
      },
      shown,
      { value: 5 },
    ),
  ];
}
