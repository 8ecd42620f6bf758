/*
 * Typesets as many letters as asked, twice: as the program does it, in a worker, for what the system has to give; and in
 * this process, whose garbage is collected before each reading, for what something still refers to.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { TypesetDocument } from '#typesetting/document.ts';
import { typeset } from '#typesetting/typeset.ts';
import { openTypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import { bilingualLetter } from './bilingual-letter.ts';

/** In megabytes, after the first letters and after all. */
interface Readings {
  early: number;
  late: number;
}

export interface MemoryOfMany {
  taken: Readings;
  used: Readings;
}

const megabytes = (bytes: number) => bytes / 2 ** 20;
const [batch = 0, many = 0] = process.argv.slice(2).map(Number);
if (globalThis.gc === undefined) throw new Error('start with --expose-gc');

async function readingsOf(
  typesetOne: (letter: TypesetDocument) => Promise<unknown>,
  read: () => Promise<number>,
): Promise<Readings> {
  const readings: Readings = { early: 0, late: 0 };
  for (let index = 1; index <= many; index += 1) {
    await typesetOne(bilingualLetter(`Persona ${index}`));
    // As between two requests: weak references are let go only then.
    await breathe();
    if (index === batch) readings.early = await read();
    if (index === many) readings.late = await read();
  }
  return readings;
}

async function memoryInUse(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    await breathe();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  return megabytes(heapUsed + external);
}

const worker = openTypesettingWorker();
const taken = await readingsOf(worker.typesetInWorker, async () =>
  megabytes(process.memoryUsage.rss()),
);
await worker.close();
const used = await readingsOf(typeset, memoryInUse);
process.stdout.write(JSON.stringify({ taken, used }));
