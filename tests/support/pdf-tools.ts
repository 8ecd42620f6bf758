import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block, TypesetDocument } from '#typesetting/document.ts';

export function aDocument(
  blocks: Block[] = [],
  changes: Partial<TypesetDocument> = {},
): TypesetDocument {
  return { language: 'it', blocks, ...changes };
}

export function aParagraph(text: string, language?: string): Block {
  return { type: 'paragraph', text, ...(language !== undefined && { language }) };
}

function withFile<Result>(bytes: Uint8Array, use: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'typesetting-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, parameters: string[]): string {
  const options = { maxBuffer: 64_000_000, stdio: 'pipe' } as const;
  return execFileSync(command, parameters, options).toString('utf8');
}

export function textOf(bytes: Uint8Array, page?: number): string {
  const pages = page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`];
  return withFile(bytes, (path) => run('pdftotext', [...pages, '-layout', path, '-']));
}

/** Words in the order in which the document says them, so that a column is read to its end. */
export function spokenTextOf(bytes: Uint8Array): string {
  const text = withFile(bytes, (path) => run('pdftotext', ['-raw', path, '-']));
  return text.replace(/\s+/g, ' ');
}

export interface Word {
  page: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  text: string;
}

export function wordsOf(bytes: Uint8Array): Word[] {
  const listing = withFile(bytes, (path) => run('pdftotext', ['-bbox', path, '-']));
  const words: Word[] = [];
  let page = 0;
  for (const line of listing.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const match =
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(
        line,
      );
    if (match === null) continue;
    const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1, 5).map(Number);
    words.push({ page, left, right, top, bottom, text: match[5] ?? '' });
  }
  return words;
}

export function wordOf(bytes: Uint8Array, text: string): Word {
  const found = wordsOf(bytes).find((word) => word.text.includes(text));
  if (found === undefined) throw new Error(`${text} is not in the document`);
  return found;
}

/** The whole file with every stream unpacked. */
export function unpacked(bytes: Uint8Array): string {
  return withFile(bytes, (path) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
      maxBuffer: 64_000_000,
    }).toString('latin1'),
  );
}

/** Every object of the file, by qpdf's names: `obj:12 0 R`. */
export function objectsOf(bytes: Uint8Array): Record<string, { value?: unknown }> {
  const parameters = ['--json', '--json-key=qpdf', '--decode-level=none'];
  return JSON.parse(withFile(bytes, (path) => run('qpdf', [...parameters, path]))).qpdf[1];
}

export interface PdfStream {
  dict: Record<string, unknown>;
  /** Unpacked, in base 64. */
  data?: string;
}

/** The same with what is in each stream. */
export function objectsWithStreamsOf(
  bytes: Uint8Array,
): Record<string, { value?: unknown; stream?: PdfStream }> {
  const parameters = ['--json', '--json-key=qpdf', '--json-stream-data=inline'];
  const all = [...parameters, '--decode-level=generalized'];
  return JSON.parse(withFile(bytes, (path) => run('qpdf', [...all, path]))).qpdf[1];
}

/** The structure tree as poppler reads it, one element a line and its text in quotes. */
export function structureTextOf(bytes: Uint8Array): string {
  return withFile(bytes, (path) => run('pdfinfo', ['-struct-text', path]));
}

/** qpdf ends with an error when it finds a fault or has to repair something. */
export function checkStructure(bytes: Uint8Array): void {
  withFile(bytes, (path) => run('qpdf', ['--check', path]));
}

/** The operators that draw text, page after page: fonts, places and glyphs. */
export function textOperatorsOf(bytes: Uint8Array): string {
  return unpacked(bytes)
    .split('\n')
    .filter((line) => / (Tm|Tf|TJ)$/.test(line))
    .join('\n');
}

/** True when words stand across a page at an angle, as only a watermark does. */
export function hasWatermark(bytes: Uint8Array): boolean {
  const matrix = /^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) -?[\d.]+ -?[\d.]+ cm$/gm;
  return [...unpacked(bytes).matchAll(matrix)].some(([, , tilt]) => Math.abs(Number(tilt)) > 0.1);
}
