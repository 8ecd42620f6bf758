import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font } from 'harfbuzzjs';
import { allFamilies, type FontFamily, type FontWeight, fontFileOf } from './font-catalogue.ts';
import { type FontkitFont, openFontkitFont } from './pdfmake-internals.ts';

const require = createRequire(import.meta.url);

/** One font file, opened once for shaping (HarfBuzz) and once for embedding (fontkit). */
export interface FontResource {
  family: FontFamily;
  weight: FontWeight;
  file: string;
  harfbuzz: Font;
  fontkit: FontkitFont;
  unitsPerEm: number;
  coverage: ReadonlySet<number>;
}

const resources = new Map<string, FontResource>();

export function fontFile(family: FontFamily, weight: FontWeight): string {
  return require.resolve(fontFileOf(family, weight));
}

export function fontResource(family: FontFamily, weight: FontWeight): FontResource {
  const key = `${family}/${weight}`;
  const known = resources.get(key);
  if (known !== undefined) return known;
  const file = fontFile(family, weight);
  const bytes = new Uint8Array(readFileSync(file));
  const face = new Face(new Blob(bytes));
  const resource: FontResource = {
    family,
    weight,
    file,
    harfbuzz: new Font(face),
    fontkit: openFontkitFont(bytes),
    unitsPerEm: face.upem,
    coverage: new Set(face.collectUnicodes()),
  };
  resources.set(key, resource);
  return resource;
}

export function covers(family: FontFamily, codePoint: number): boolean {
  return fontResource(family, 'regular').coverage.has(codePoint);
}

export function anyFamilyCovering(codePoint: number): FontFamily | undefined {
  return allFamilies.find((family) => covers(family, codePoint));
}
