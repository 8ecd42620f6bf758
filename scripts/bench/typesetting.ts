/**
 * One letter in Italian and Arabic beside each other, on two pages with letterhead, code and signatures: by our
 * engine, by pdfmake without it (which sets the same words in the wrong order), and by Chromium's printing.
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { allFamilies, type FontFamily } from '#typesetting/font-catalogue.ts';
import { fontFile } from '#typesetting/font-resources.ts';
import { openTypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import { arabic, bilingualLetter, italian, paragraphs } from './bilingual-letter.ts';
import { fontFaces, withPageInChromium } from './chromium.ts';
import type { MemoryOfMany } from './letters-memory-child.ts';
import { compared, type Finding, measureInTurn, timingOf } from './measure.ts';

const require = createRequire(import.meta.url);

interface PlainPdfmake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(document: unknown): { getBuffer(): Promise<Buffer> };
}

function openPlainPdfmake(): PlainPdfmake {
  const pdfmake = require('pdfmake') as PlainPdfmake;
  const faces = (family: FontFamily) => ({
    normal: fontFile(family, 'regular'),
    bold: fontFile(family, 'bold'),
  });
  pdfmake.setFonts({ NotoSans: faces('NotoSans'), NotoNaskhArabic: faces('NotoNaskhArabic') });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake;
}

/** The same words and the same columns, with nothing around them. */
function plainLetter(name: string) {
  const rows = Array.from({ length: paragraphs }, (_, index) => [
    { text: `${index + 1}. ${name}: ${italian}` },
    {
      text: `${index + 1}. ${name}: ${arabic}`,
      font: 'NotoNaskhArabic',
      fontSize: 11.5,
      alignment: 'right',
    },
  ]);
  return {
    content: [
      { text: 'Richiesta di appuntamento', bold: true },
      { table: { widths: ['*', '*'], body: rows }, layout: 'noBorders' },
    ],
    defaultStyle: { font: 'NotoSans', fontSize: 10 },
  };
}

function htmlLetter(name: string): string {
  const rows = Array.from(
    { length: paragraphs },
    (_, index) =>
      `<tr><td>${index + 1}. ${name}: ${italian}<td dir="rtl" lang="ar">${index + 1}. ${name}: ${arabic}`,
  );
  return `<!doctype html><meta charset="utf-8"><html lang="it"><style>
${fontFaces((family, weight) => fontFile(family as FontFamily, weight), allFamilies.slice(0, 2))}
body { font: 10pt NotoSans } td { vertical-align: top; width: 50% } [lang=ar] { font: 11.5pt NotoNaskhArabic }
</style><h1>Richiesta di appuntamento</h1><table>${rows.join('')}</table>`;
}

/** Runs in the main process of the measured program: a window that is warm is given a letter and prints it. */
async function loadAndPrint({ BrowserWindow }: typeof import('electron')): Promise<void> {
  const contents = BrowserWindow.getAllWindows()[0]?.webContents;
  if (contents === undefined) throw new Error('there is no window');
  await contents.loadURL(contents.getURL());
  await contents.executeJavaScript('document.fonts.ready.then(() => 0)');
  const pdf = await contents.printToPDF({ generateTaggedPDF: true, preferCSSPageSize: true });
  if (pdf.length < 10_000) throw new Error('Chromium printed no letter');
}

const comparedRuns = 9;
const batch = 200;
const many = 1_000;

export async function benchTypesetting(): Promise<Finding[]> {
  const started = performance.now();
  const worker = openTypesettingWorker();
  try {
    const { pageCount, bytes } = await worker.typesetInWorker(bilingualLetter('Meron'));
    const first = performance.now() - started;
    if (pageCount !== 2) throw new Error(`the letter has ${pageCount} pages instead of two`);
    const plain = openPlainPdfmake();
    const timings = await withPageInChromium(htmlLetter('Meron'), (application) =>
      measureInTurn(
        {
          letter: () => worker.typesetInWorker(bilingualLetter('Meron')),
          plain: () => plain.createPdf(plainLetter('Meron')).getBuffer(),
          chromium: () => application.evaluate(loadAndPrint),
        },
        comparedRuns,
      ),
    );
    const own = timings.letter.median;
    const name = 'a warm letter in Italian and Arabic, two pages';
    return [
      compared(
        { name, value: own, unit: 'ms' },
        { name: 'pdfmake alone, the same words', value: timings.plain.median },
        { ratio: 0.5 },
      ),
      compared(
        { name, value: own, unit: 'ms' },
        {
          name: 'a warm Chromium laying out and printing the same words',
          value: timings.chromium.median,
        },
        { ratio: 0.5 },
      ),
      compared({ name: 'the first letter of a new worker', value: first, unit: 'ms' }, undefined, {
        value: 1_500,
      }),
      compared({ name: 'that letter', value: bytes.length / 1024, unit: 'KB' }, undefined, {
        value: 60,
      }),
      ...(await manyLetters(worker)),
    ];
  } finally {
    await worker.close();
  }
}

async function manyLetters(worker: ReturnType<typeof openTypesettingWorker>): Promise<Finding[]> {
  const times: number[] = [];
  for (let index = 0; index < batch; index += 1) {
    const start = performance.now();
    await worker.typesetInWorker(bilingualLetter(`Persona ${index}`));
    times.push(performance.now() - start);
  }
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const memory = await memoryOfMany();
  return [
    compared({ name: `each of ${batch} letters`, value: mean, unit: 'ms' }, undefined, {
      value: 250,
    }),
    compared({ name: `the slowest of them`, value: timingOf(times).slowest, unit: 'ms' }),
    compared(
      { name: `memory in use after ${many} letters`, value: memory.used.late, unit: 'MB' },
      { name: `after ${batch}`, value: memory.used.early },
      { ratio: 1.05 },
    ),
    compared(
      { name: `memory taken from the system after ${many}`, value: memory.taken.late, unit: 'MB' },
      { name: `after ${batch}`, value: memory.taken.early },
      { ratio: 1.05 },
    ),
  ];
}

/** In a process of its own, where nothing else grows. */
async function memoryOfMany(): Promise<MemoryOfMany> {
  const child = fileURLToPath(new URL('./letters-memory-child.ts', import.meta.url));
  const parameters = ['--expose-gc', child, `${batch}`, `${many}`];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  return JSON.parse(stdout);
}
