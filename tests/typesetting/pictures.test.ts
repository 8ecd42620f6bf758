import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkPng, pngLimits } from '#typesetting/check-png.ts';
import type { Letterhead } from '#typesetting/document.ts';
import { sanitiseSvg, svgLimits } from '#typesetting/sanitise-svg.ts';
import { typeset } from '#typesetting/typeset.ts';
import { aDocument, aParagraph, textOf, unpacked } from '../support/pdf-tools.ts';
import { anSvg, aPng, aPngOf } from './pictures.ts';

function aLetterWith(logo: NonNullable<Letterhead['logo']>) {
  return aDocument([aParagraph('testo')], { letterhead: { name: 'Ponte', lines: [], logo } });
}

const png = (bytes: Uint8Array) => typeset(aLetterWith({ format: 'png', bytes }));
const svg = (bytes: Uint8Array) => typeset(aLetterWith({ format: 'svg', bytes }));

describe('a PNG', () => {
  test('that is sound is printed', async () => {
    expect(unpacked((await png(aPng())).bytes)).toContain('/Subtype /Image');
  });

  test('loses what lies beside the picture', () => {
    const { bytes } = checkPng(aPng());
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('tEXt');
  });

  const sound = aPng();
  const lastByteChanged = (byte: number, at: number) => (at === sound.length - 1 ? byte ^ 1 : byte);
  const damagedPixels = Buffer.from(deflateSync(Buffer.alloc(20 * 161)));
  damagedPixels.fill(0xff, 4);
  test.each([
    ['empty', new Uint8Array()],
    ['cut off', sound.subarray(0, sound.length - 20)],
    ['with a wrong checksum', Uint8Array.from(sound, (byte, at) => (at === 60 ? byte ^ 1 : byte))],
    ['with another checksum at its end', Uint8Array.from(sound, lastByteChanged)],
    ['with damaged pixels', aPngOf({ width: 40, height: 20, data: damagedPixels })],
    ['with pixels missing', aPngOf({ width: 40, height: 20, data: deflateSync(Buffer.alloc(9)) })],
    ['with no size', aPngOf({ width: 0, height: 20, data: deflateSync(Buffer.alloc(9)) })],
    ['that is a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70])],
  ])('%s is refused', async (_, bytes) => {
    await expect(png(bytes)).rejects.toMatchObject({ code: 'bad_image' });
  });

  test('that is too large is refused before it is unpacked', async () => {
    const wide = aPngOf({ width: pngLimits.side + 1, height: 1, data: new Uint8Array() });
    await expect(png(wide)).rejects.toMatchObject({ code: 'too_large' });
    const heavy = new Uint8Array(pngLimits.bytes + 1);
    await expect(png(heavy)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('that unpacks to more than it says is refused', async () => {
    const bomb = aPngOf({ width: 1, height: 1, data: deflateSync(Buffer.alloc(50_000_000)) });
    await expect(png(bomb)).rejects.toMatchObject({
      code: 'bad_image',
      cause: { code: 'ERR_BUFFER_TOO_LARGE' },
    });
  });
});

describe('an SVG', () => {
  test('may draw, refer to itself and write', async () => {
    const inside =
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
      '<rect fill="url(#a)" width="5" height="5"/><use href="#a"/><text y="9">Logo</text>';
    expect(textOf((await svg(anSvg(inside))).bytes)).toContain('Logo');
  });

  test('cannot bring a file of the machine into the PDF', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'typesetting-'));
    const path = join(folder, 'secret.png');
    writeFileSync(path, aPng());
    await expect(svg(anSvg(`<image href="${path}" width="5" height="5"/>`))).rejects.toMatchObject({
      code: 'bad_svg',
    });
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['an image in another prefix', '<x:image xmlns:x="http://www.w3.org/2000/svg" href="a.png"/>'],
    ['a data image', '<image href="data:image/png;base64,AAAA"/>'],
    ['a script', '<script>1</script>'],
    ['foreign content', '<foreignObject><p/></foreignObject>'],
    ['a reference to outside', '<use href="other.svg#a"/>'],
    ['an old reference to outside', '<use xlink:href="http://example.org/a.svg#a"/>'],
    ['a style that loads', '<rect style="fill: url( \'http://example.org\')"/>'],
    ['a style sheet that loads', '<style>@import "a.css";</style>'],
    ['a hidden address', '<style>rect { fill: u\\72l(http://example.org) }</style>'],
    ['an unclosed element', '<g>'],
  ])('%s is refused', async (_, inside) => {
    await expect(svg(anSvg(inside))).rejects.toMatchObject({ code: 'bad_svg' });
  });

  test('with a document type, entities or other bytes is refused', async () => {
    const entity = `<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>`;
    const doctype = `<!DOCTYPE svg SYSTEM "http://example.org/a.dtd"><svg viewBox="0 0 1 1"/>`;
    const styleSheet = `<?xml-stylesheet href="a.css"?><svg viewBox="0 0 1 1"/>`;
    for (const bytes of [
      new TextEncoder().encode(entity),
      new TextEncoder().encode(doctype),
      new TextEncoder().encode(styleSheet),
      new TextEncoder().encode('<html/>'),
      Uint8Array.from([0xff, 0xfe, 0x3c]),
      new Uint8Array(),
    ]) {
      await expect(svg(bytes)).rejects.toMatchObject({ code: 'bad_svg' });
    }
  });

  test('that is too large or too deep is refused', async () => {
    const heavy = anSvg(' '.repeat(svgLimits.bytes));
    await expect(svg(heavy)).rejects.toMatchObject({ code: 'too_large' });
    const deep = anSvg('<g>'.repeat(100) + '</g>'.repeat(100));
    await expect(svg(deep)).rejects.toMatchObject({ code: 'too_large' });
  });

  test('is written anew without handlers and unknown elements', () => {
    const written = sanitiseSvg(
      anSvg('<metadata>who</metadata><g onclick="x()" fill="#fff"><rect/></g>', 'onload="x()"'),
    );
    expect(written).not.toMatch(/onload|onclick|metadata|who/);
    expect(written).toContain('fill="#fff"');
  });

  test('without a size is refused', async () => {
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await expect(svg(bytes)).rejects.toMatchObject({ code: 'bad_svg' });
  });
});
