import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { contactSheet, type ShownPage } from '#core/demo/gallery/contact-sheet.ts';
import type { GalleryPaper } from '#core/demo/gallery/gallery-papers.ts';
import { openGallery } from '#core/demo/gallery/open-gallery.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { readOptions, UsageError } from './options.ts';

const run = promisify(execFile);

/** The gallery's own day, so that it looks the same next year. */
const GALLERY_DAY = '2026-11-21';
const PICTURE_DPI = '80';
/** Of the pages on a sheet, which is drawn so large that they can be read. */
const SMALL_DPI = '60';
const SHEET_DPI = '160';

async function hasPdftoppm(): Promise<boolean> {
  try {
    await run('pdftoppm', ['-v']);
    return true;
  } catch {
    return false;
  }
}

/** Writes a picture of each page beside the PDF, and gives back small ones for the sheet. */
async function drawPages(folder: string, name: string): Promise<ShownPage[]> {
  const pdf = join(folder, `${name}.pdf`);
  await run('pdftoppm', ['-r', PICTURE_DPI, '-png', pdf, join(folder, name)]);
  const small = await mkdtemp(join(tmpdir(), 'approdo-gallery-'));
  try {
    await run('pdftoppm', ['-r', SMALL_DPI, '-png', pdf, join(small, 'page')]);
    const pages = (await readdir(small)).sort();
    return await Promise.all(
      pages.map(async (page, index) => ({
        caption: `${name} ${index + 1}/${pages.length}`,
        png: new Uint8Array(await readFile(join(small, page))),
      })),
    );
  } finally {
    await rm(small, { recursive: true, force: true });
  }
}

interface Drawn {
  files: { file: string; pages: number; byteCount: number }[];
  byScript: Map<string, ShownPage[]>;
}

async function writePapers(
  folder: string,
  papers: readonly GalleryPaper[],
  draws: boolean,
): Promise<Drawn> {
  const drawn: Drawn = { files: [], byScript: new Map() };
  for (const { name, script, print } of papers) {
    const { bytes, pageCount } = await print();
    await writeFile(join(folder, `${name}.pdf`), bytes);
    drawn.files.push({ file: `${name}.pdf`, pages: pageCount, byteCount: bytes.length });
    if (!draws) continue;
    const shown = drawn.byScript.get(script) ?? [];
    drawn.byScript.set(script, [...shown, ...(await drawPages(folder, name))]);
  }
  return drawn;
}

/** `gallery --out DIR [--language TAG] [--only PATTERN]`: every document in every language, with invented people. */
export async function galleryCommand(args: string[]): Promise<unknown> {
  const options = readOptions(args, ['out', 'language', 'only']);
  const out = options.value('out');
  if (out === undefined) throw new UsageError('gallery needs --out DIR');
  const language = options.value('language');
  const folder = resolve(out);
  await mkdir(folder, { recursive: true });
  const register = await mkdtemp(join(tmpdir(), 'approdo-gallery-register-'));
  const draws = await hasPdftoppm();
  if (!draws) process.stderr.write('pdftoppm is not installed: PDF only, no pictures.\n');
  try {
    const { core, papers } = await openGallery({
      folder: register,
      today: GALLERY_DAY,
      languages: language === undefined ? undefined : [language],
      ports: nodePorts(),
    });
    const only = new RegExp(options.value('only') ?? '');
    const wanted = papers.filter(({ name }) => only.test(name));
    if (wanted.length === 0) throw new UsageError(`no documents in ${language ?? only.source}`);
    try {
      const { files, byScript } = await writePapers(folder, wanted, draws);
      for (const [script, pages] of byScript) {
        const name = `contact-sheet-${script}`;
        await writeFile(join(folder, `${name}.pdf`), await contactSheet(name, pages));
        await run('pdftoppm', [
          '-r',
          SHEET_DPI,
          '-png',
          join(folder, `${name}.pdf`),
          join(folder, name),
        ]);
      }
      return { folder, files, contactSheets: [...byScript.keys()], hasPictures: draws };
    } finally {
      await core.close();
    }
  } finally {
    await rm(register, { recursive: true, force: true });
  }
}
