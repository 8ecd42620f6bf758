/**
 * Asks Chromium how it breaks and orders the sample paragraphs of the typesetting tests, in the same
 * fonts, sizes and width, and writes what it answers to
 * tests/typesetting/golden/chromium-lines.json. With `--check` nothing is written, and an answer that differs from the stored one ends with 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allFamilies,
  directionOf,
  type FontFamily,
  sizeRatioOf,
} from '#typesetting/font-catalogue.ts';
import { fontFile } from '#typesetting/font-resources.ts';
import { cutParagraph } from '#typesetting/paragraph-pieces.ts';
import { contentWidth, themeOf } from '#typesetting/theme.ts';
import { graphemesOf, type SeenLine, withoutUnseen } from '../../../tests/support/set-lines.ts';
import { type Sample, samples } from '../../../tests/typesetting/samples.ts';
import { projectDir } from '../../build-if-needed.ts';
import { fontFaces, withPageInChromium } from '../chromium.ts';
import { type Box, boxesOf } from './boxes-of.ts';

/** Ten pixels a point, so that a browser's rounding to parts of a pixel does not count. */
const scale = 10;
const lineHeight = 600;
const stored = join(projectDir, 'tests/typesetting/golden/chromium-lines.json');
const control = /[\u200e\u200f\u061c\u2066-\u2069]/;

/** The paragraph as one text, with the same isolates that the engine is documented to put in. */
function textOf({ runs, language }: Sample): string {
  return runs
    .map((run) => {
      if (run.isolate !== undefined) return `\u2066${run.text.replaceAll(' ', '\u00a0')}\u2069`;
      const direction = directionOf(run.language ?? language);
      if (direction === directionOf(language)) return run.text;
      return `${direction === 'ltr' ? '\u2066' : '\u2067'}${run.text}\u2069`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Only the choice of the font is the engine's: breaks, order and shapes are Chromium's. */
function paragraphOf(sample: Sample): string {
  const { pieces } = cutParagraph(sample.runs, sample.language);
  const families = pieces.flatMap(({ text, family }) => Array.from(text, () => family));
  let at = 0;
  const spans: { family: FontFamily; text: string }[] = [];
  for (const character of textOf(sample)) {
    const isControl = control.test(character);
    const family = families[isControl ? Math.min(at, families.length - 1) : at] ?? 'NotoSans';
    if (!isControl) at += 1;
    const last = spans.at(-1);
    if (last?.family === family || (last !== undefined && isControl)) last.text += character;
    else spans.push({ family, text: character });
  }
  const size = themeOf().size.body * scale;
  const words = spans
    .map(({ family, text }) => {
      const points = size * (sizeRatioOf[family] ?? 1);
      return `<span style="font-family:${family};font-size:${points}px">${escaped(text)}</span>`;
    })
    .join('');
  return `<p lang="${sample.language}" dir="${directionOf(sample.language)}">${words}</p>`;
}

const page = `<!doctype html><meta charset="utf-8"><style>
${fontFaces((family, weight) => fontFile(family as FontFamily, weight), allFamilies)}
p { width: ${contentWidth * scale}px; margin: 0; line-height: ${lineHeight}px;
    text-rendering: geometricPrecision; overflow-wrap: break-word;
    /* A typographic nicety of Chinese that the engine does not know. */
    text-spacing-trim: space-all; }
</style>${samples.map(paragraphOf).join('\n')}`;

function linesOf(sample: Sample, boxes: (Box | null)[]): SeenLine[] {
  const lines: { text: string; box: Box }[][] = [];
  for (const [index, text] of graphemesOf(textOf(sample)).entries()) {
    const box = boxes[index];
    if (withoutUnseen(text) === '' || box === null || box === undefined) continue;
    lines[box.line] = [...(lines[box.line] ?? []), { text, box }];
  }
  return lines.map((line) => {
    const seen = line.toSorted((a, b) => a.box.left - b.box.left);
    const left = Math.min(...line.map(({ box }) => box.left));
    const right = Math.max(...line.map(({ box }) => box.right));
    const width = Math.round((right - left) * (10 / scale)) / 10;
    return { seen: withoutUnseen(seen.map(({ text }) => text).join('')), width };
  });
}

const lengths = samples.map((sample) => graphemesOf(textOf(sample)).map(({ length }) => length));
const answers = await withPageInChromium(page, async (application) => {
  const window = await application.firstWindow();
  return window.evaluate(boxesOf, [lengths, lineHeight] as [number[][], number]);
});
const measured = Object.fromEntries(
  samples.map((sample, index) => [sample.name, linesOf(sample, answers[index] ?? [])]),
);
const text = `${JSON.stringify(measured, null, 1)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(stored, text);
} else if (readFileSync(stored, 'utf8') !== text) {
  console.error('Chromium answers otherwise than what is stored.');
  process.exit(1);
}
