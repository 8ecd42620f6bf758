import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font } from 'harfbuzzjs';
import {
  allFamilies,
  baseFamilyOf,
  chineseCharacter,
  chineseFamily,
  type FontFamily,
  type FontWeight,
  fontFileOf,
  sizeRatioOf,
} from './font-catalogue.ts';
import type { FontkitFont } from './pdfkit-types.ts';
import { openFontkitFont } from './pdfmake-internals.ts';
import type { Extent } from './pdfmake-types.ts';
import { TypesettingError } from './typesetting-error.ts';

const load = createRequire(import.meta.url);

/** One font file, opened once for shaping (HarfBuzz) and once for embedding (fontkit). */
export interface FontResource {
  family: FontFamily;
  weight: FontWeight;
  file: string;
  harfbuzz: Font;
  fontkit: FontkitFont;
  unitsPerEm: number;
  /** Above and below the baseline for a font size of one. */
  extent: Extent;
  coverage: ReadonlySet<number>;
}

const resources: Record<FontWeight, Map<FontFamily, FontResource>> = {
  regular: new Map(),
  bold: new Map(),
};

/** Errors: font_missing, for a font that this installation does without. */
export function fontFile(family: FontFamily, weight: FontWeight): string {
  try {
    return load.resolve(fontFileOf(family, weight));
  } catch (cause) {
    throw new TypesettingError('font_missing', family, { cause });
  }
}

const installed = new Map<FontFamily, boolean>();

function isInstalled(family: FontFamily): boolean {
  const known = installed.get(family);
  if (known !== undefined) return known;
  let isThere = true;
  try {
    fontFile(family, 'regular');
  } catch {
    isThere = false;
  }
  installed.set(family, isThere);
  return isThere;
}

export function fontResource(family: FontFamily, weight: FontWeight): FontResource {
  const known = resources[weight].get(family);
  if (known !== undefined) return known;
  const file = fontFile(family, weight);
  const bytes = new Uint8Array(readFileSync(file));
  const face = new Face(new Blob(bytes));
  const fontkit = openFontkitFont(bytes);
  const resource: FontResource = {
    family,
    weight,
    file,
    harfbuzz: new Font(face),
    fontkit,
    extent: { ascent: fontkit.ascent / face.upem, descent: -fontkit.descent / face.upem },
    unitsPerEm: face.upem,
    coverage: new Set(face.collectUnicodes()),
  };
  resources[weight].set(family, resource);
  return resource;
}

/** The room a line of this language takes above and below its baseline, for a size of one. */
export function lineExtentOf(language: string): Extent {
  const family = baseFamilyOf(language);
  const { ascent, descent } = fontResource(family, 'regular').extent;
  const ratio = sizeRatioOf[family] ?? 1;
  return { ascent: ascent * ratio, descent: descent * ratio };
}

export function covers(family: FontFamily, codePoint: number): boolean {
  if (family === chineseFamily) {
    const isLikely = chineseCharacter.test(String.fromCodePoint(codePoint));
    if (!isLikely || !isInstalled(family)) return false;
  }
  return fontResource(family, 'regular').coverage.has(codePoint);
}

export function anyFamilyCovering(codePoint: number): FontFamily | undefined {
  return allFamilies.find((family) => covers(family, codePoint));
}
