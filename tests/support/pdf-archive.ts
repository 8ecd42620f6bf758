/**
 * What PDF/A-2b asks (ISO 19005-2, part B), clause by clause, for all that our engine can write: our own reading of the
 * standard, and no validator. Not looked at: the profile's own inside beyond its head, JPEG 2000, annotations, forms,
 * attachments and layers, of which a document may have none.
 */

import { objectsWithStreamsOf, type PdfStream } from './pdf-tools.ts';
import { unevenWidths } from './true-type-widths.ts';

type Dict = Record<string, unknown>;

interface Pdf {
  raw: string;
  objects: Map<string, { value: unknown; stream: PdfStream | undefined }>;
  dicts: Dict[];
  at(value: unknown): unknown;
  dictAt(value: unknown): Dict;
  bytesAt(value: unknown): Buffer;
}

function read(bytes: Uint8Array): Pdf {
  const objects = new Map(
    Object.entries(objectsWithStreamsOf(bytes)).map(([key, { value, stream }]) => [
      key,
      { value: value ?? stream?.dict, stream },
    ]),
  );
  const keyOf = (value: unknown) => `obj:${String(value)}`;
  const isReference = (value: unknown) => typeof value === 'string' && /^\d+ \d+ R$/.test(value);
  const at = (value: unknown) => (isReference(value) ? objects.get(keyOf(value))?.value : value);
  return {
    raw: Buffer.from(bytes).toString('latin1'),
    objects,
    dicts: [...objects.values()].map(({ value }) => (value ?? {}) as Dict),
    at,
    dictAt: (value) => (at(value) ?? {}) as Dict,
    bytesAt: (value) => Buffer.from(objects.get(keyOf(value))?.stream?.data ?? '', 'base64'),
  };
}

const ofType = ({ dicts }: Pdf, type: string) => dicts.filter((one) => one['/Type'] === type);

function catalogOf(pdf: Pdf): Dict {
  return ofType(pdf, '/Catalog')[0] ?? {};
}

type Clause = (pdf: Pdf) => boolean | string[];

function contentStreams(pdf: Pdf): string[] {
  return ofType(pdf, '/Page').map((page) => pdf.bytesAt(page['/Contents']).toString('latin1'));
}

/** Operators of ISO 32000-1, annex A, that our pages may have. */
const knownOperators = new Set(
  'q Q cm w J j M d i gs m l c v y h re S s f f* B B* b b* n W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* Tj TJ CS cs SC SCN sc scn G g RG rg sh Do MP DP BMC BDC EMC'.split(
    ' ',
  ),
);

function operatorsOf(content: string): string[] {
  const bare = content
    .replace(/\((?:\\.|[^\\)])*\)/g, ' ')
    .replace(/<<|>>/g, ' ')
    .replace(/<[0-9A-Fa-f\s]*>/g, ' ')
    .replace(/\/[^\s/[\]<>()]+/g, ' ');
  return bare.split(/[\s[\]]+/).filter((token) => token !== '' && !/^[+-]?[\d.]+$/.test(token));
}

function deepestNesting(content: string): number {
  let depth = 0;
  let deepest = 0;
  for (const operator of operatorsOf(content)) {
    if (operator === 'q') depth += 1;
    if (operator === 'Q') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 ? deepest : Number.POSITIVE_INFINITY;
}

function fontFaults(pdf: Pdf): string[] {
  const composite = ofType(pdf, '/Font').filter((font) => font['/Subtype'] === '/Type0');
  const simple = ofType(pdf, '/Font').filter(
    (font) => !['/Type0', '/CIDFontType2', '/CIDFontType0'].includes(String(font['/Subtype'])),
  );
  const faults = simple.map(() => 'a font that is not composite');
  for (const font of composite) {
    const [descendant] = (pdf.at(font['/DescendantFonts']) ?? []) as unknown[];
    const inner = pdf.dictAt(descendant);
    const descriptor = pdf.dictAt(inner['/FontDescriptor']);
    const system = pdf.dictAt(inner['/CIDSystemInfo']);
    const name = String(font['/BaseFont']);
    const isTrueType = inner['/Subtype'] === '/CIDFontType2';
    const program = descriptor[isTrueType ? '/FontFile2' : '/FontFile3'];
    if (program === undefined || pdf.bytesAt(program).length === 0) faults.push(`${name}: no file`);
    else if (isTrueType) faults.push(...unevenWidths(pdf.bytesAt(program), pdf.at(inner['/W'])));
    if (isTrueType && inner['/CIDToGIDMap'] === undefined) faults.push(`${name}: no glyph map`);
    if (font['/Encoding'] !== '/Identity-H') faults.push(`${name}: encoding`);
    const names = [inner['/BaseFont'], descriptor['/FontName']];
    if (names.some((other) => other !== font['/BaseFont'])) faults.push(`${name}: names differ`);
    if (!/^\/[A-Z]{6}\+/.test(name)) faults.push(`${name}: a subset without its tag`);
    if (system['/Registry'] === undefined) faults.push(`${name}: no character collection`);
    if (descriptor['/CIDSet'] !== undefined) faults.push(`${name}: a list of glyphs`);
  }
  return faults;
}

function intentFaults(pdf: Pdf): string[] {
  const [intent, ...others] = (pdf.at(catalogOf(pdf)['/OutputIntents']) ?? []) as unknown[];
  const found = pdf.dictAt(intent);
  if (found['/S'] !== '/GTS_PDFA1' || others.length > 0) return ['no single PDF/A intent'];
  const profile = pdf.bytesAt(found['/DestOutputProfile']);
  const dict = pdf.objects.get(`obj:${found['/DestOutputProfile']}`)?.stream?.dict ?? {};
  const faults: string[] = [];
  if (profile.toString('latin1', 36, 40) !== 'acsp') faults.push('no ICC profile');
  if ((profile[8] ?? 9) > 4) faults.push('a profile newer than 4');
  if (!['prtr', 'mntr'].includes(profile.toString('latin1', 12, 16))) faults.push('profile class');
  if (profile.toString('latin1', 16, 20) !== 'RGB ' || dict['/N'] !== 3) faults.push('not RGB');
  return faults;
}

function metadataFaults(pdf: Pdf): string[] {
  const reference = catalogOf(pdf)['/Metadata'];
  const dict = pdf.dictAt(reference);
  const xmp = pdf.bytesAt(reference).toString('utf8');
  const faults: string[] = [];
  if (dict['/Type'] !== '/Metadata' || dict['/Subtype'] !== '/XML') faults.push('no XMP');
  if (dict['/Filter'] !== undefined) faults.push('XMP that only PDF programs can read');
  if (!xmp.includes('<pdfaid:part>2</pdfaid:part>')) faults.push('no part');
  if (!xmp.includes('<pdfaid:conformance>B</pdfaid:conformance>')) faults.push('no level');
  const schemas =
    /^(?:adobe:ns:meta\/|http:\/\/(?:www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|ns\.adobe\.com\/(?:xap\/1\.0|pdf\/1\.3)\/|purl\.org\/dc\/elements\/1\.1\/|www\.aiim\.org\/pdfa\/ns\/id\/))$/;
  for (const [, schema = ''] of xmp.matchAll(/xmlns:\w+="([^"]+)"/g)) {
    if (!schemas.test(schema)) faults.push(`a schema nobody described: ${schema}`);
  }
  return faults;
}

const deepestAllowed = 28;
const longestString = 32_767;
const longestName = 127;

function everyValue(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).flatMap(([key, part]) => [key, ...everyValue(part)]);
}

function limitFaults(pdf: Pdf): string[] {
  const values = pdf.dicts.flatMap(everyValue);
  const faults = values.flatMap((value) => {
    if (typeof value === 'number' && Math.abs(value) > 2 ** 31 - 1) return ['a number too large'];
    if (typeof value !== 'string') return [];
    if (value.startsWith('/') && value.length > longestName + 1) return ['a name too long'];
    return value.length > longestString ? ['a string too long'] : [];
  });
  for (const page of ofType(pdf, '/Page')) {
    const [, , width, height] = pdf.at(page['/MediaBox']) as number[];
    const isFine = [width, height].every((side = 0) => side >= 3 && side <= 14_400);
    if (!isFine) faults.push('size of a page');
  }
  return faults;
}

const forbiddenKeys = [
  ...['/AA', '/OpenAction', '/JavaScript', '/JS', '/Launch', '/EmbeddedFiles', '/AcroForm', '/XFA'],
  ...['/OCProperties', '/Requirements', '/AlternatePresentations', '/PresSteps', '/Alternates'],
  ...['/OPI', '/PS', '/Ref', '/TR', '/TR2', '/HTP', '/FFilter', '/FDecodeParms', '/Annots'],
];

const clauses: Record<string, Clause> = {
  '6.1.2 header': ({ raw }) => /^%PDF-1\.[4-7]\n%[\x80-\xff]{4}/.test(raw),
  '6.1.3 trailer': ({ raw }) =>
    /\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/.test(raw) &&
    !/\/Encrypt\b/.test(raw) &&
    /%%EOF\n?$/.test(raw) &&
    raw.split('%%EOF').length === 2,
  '6.1.7 filters': (pdf) =>
    pdf.dicts.every((dict) => {
      const filters = ([] as unknown[]).concat(dict['/Filter'] ?? []);
      return filters.every((one) => one === '/FlateDecode' || one === '/DCTDecode');
    }),
  '6.1.13 limits': limitFaults,
  '6.1.13 nesting': (pdf) =>
    contentStreams(pdf).every((content) => deepestNesting(content) <= deepestAllowed),
  '6.2.2 operators': (pdf) =>
    contentStreams(pdf)
      .flatMap(operatorsOf)
      .filter((operator) => !knownOperators.has(operator)),
  '6.2.3 output intent': intentFaults,
  '6.2.4 device colours': (pdf) =>
    contentStreams(pdf)
      .filter((content) => /\/DeviceCMYK|[\d.] [kK]\n/.test(content))
      .concat(pdf.dicts.filter((dict) => dict['/ColorSpace'] === '/DeviceCMYK').map(String)),
  '6.2.8 images': (pdf) => pdf.dicts.every((dict) => dict['/Interpolate'] !== true),
  '6.2.10 transparency': (pdf) =>
    pdf.dicts.every((dict) => ['/Normal', undefined].includes(dict['/BM'] as string | undefined)),
  '6.2.11 fonts': fontFaults,
  '6.2.11.8 no glyph missing': (pdf) =>
    contentStreams(pdf).every(
      (content) => !/<(?:[0-9a-f]{4})*?0000(?:[0-9a-f]{4})*>/.test(content),
    ),
  '6.3 to 6.5, 6.8, 6.9 what may not be there': (pdf) =>
    forbiddenKeys.filter((key) => pdf.dicts.some((dict) => dict[key] !== undefined)),
  '6.6 metadata': metadataFaults,
};

/** The clauses a file does not keep, with what is wrong where that is known. */
export function archiveFaults(bytes: Uint8Array): string[] {
  const pdf = read(bytes);
  return Object.entries(clauses).flatMap(([name, clause]) => {
    const found = clause(pdf);
    if (typeof found === 'boolean') return found ? [] : [name];
    return found.map((fault) => `${name}: ${fault}`);
  });
}
