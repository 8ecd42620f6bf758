import { rm } from 'node:fs/promises';
import { measureSpellingRecall } from '../../tests/support/spelling-recall.ts';
import { compared, type Finding } from './measure.ts';

const percent = (part: number, whole: number) => (100 * part) / whole;

/** Recall in the first five and false hits, in a register of some thousand invented people. */
export async function benchSpelling(): Promise<Finding[]> {
  const { found, folder } = await measureSpellingRecall(3000);
  await rm(folder, { recursive: true });
  for (const miss of [...found.missed, ...found.heldOutMissed]) console.error(`not found: ${miss}`);
  for (const wrong of found.mistaken) console.error(`mistaken: ${wrong}`);
  const { questions, heldOut, traps, people } = found;
  return [
    compared(
      {
        name: `found in the first five of ${people} people (${questions} spellings)`,
        value: percent(questions - found.missed.length, questions),
        unit: '%',
      },
      undefined,
      { atLeast: 97 },
    ),
    compared(
      {
        name: `the same for ${heldOut} spellings the program was not made with`,
        value: percent(heldOut - found.heldOutMissed.length, heldOut),
        unit: '%',
      },
      undefined,
      { atLeast: 80 },
    ),
    compared(
      {
        name: `another name shown as a spelling of this one (${traps} near names)`,
        value: percent(found.mistaken.length, traps),
        unit: '%',
      },
      undefined,
      { value: 2 },
    ),
  ];
}
