/* Typesets as many letters as asked, and prints what memory is in use after the first of them and after all. */
import { setImmediate as breathe } from 'node:timers/promises';
import { typeset } from '#typesetting/typeset.ts';
import { bilingualLetter } from './bilingual-letter.ts';

/** In megabytes: what something still refers to, and what the system has given. */
interface Memory {
  used: number;
  taken: number;
}

export interface MemoryOfMany {
  early: Memory;
  late: Memory;
}

async function memoryNow(): Promise<Memory> {
  for (let round = 0; round < 3; round += 1) {
    await breathe();
    globalThis.gc?.();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: (heapUsed + external) / 2 ** 20, taken: rss / 2 ** 20 };
}

if (globalThis.gc === undefined) throw new Error('start with --expose-gc');
const [batch = 0, many = 0] = process.argv.slice(2).map(Number);
const readings: Memory[] = [];
for (let index = 1; index <= many; index += 1) {
  await typeset(bilingualLetter(`Persona ${index}`));
  // As a worker does between two requests: weak references are let go only then.
  await breathe();
  if (index === batch || index === many) readings.push(await memoryNow());
}
const [early, late] = readings;
process.stdout.write(JSON.stringify({ early, late }));
