import { describe, expect, test } from 'vitest';
import { examineFile } from '#core/attachments/examine-file.ts';
import { orientationIn } from '#core/attachments/pictures/orientation.ts';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { maxAttachmentBytes } from '#domain/attachments/attachment.ts';
import { aPdf, aPhoto, aZip, GIVEAWAY, SMALL_WEBP } from '../../support/papers.ts';
import { aPng, aPngOf } from '../../typesetting/pictures.ts';

const typeOf = (bytes: Uint8Array) => examineFile(bytes).mediaType;
const codeOf = (bytes: Uint8Array) => {
  try {
    examineFile(bytes);
    return 'taken in';
  } catch (failure) {
    return (failure as { code?: string }).code ?? 'thrown';
  }
};
const text = (words: string) => Buffer.from(words, 'utf8');

function pngChunk(type: string, data: string): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type + data, 4, 'latin1');
  return whole;
}

/** What the Exif block of a cleaned JPEG says, or 1 when there is none. */
function orientationOf(jpeg: Buffer): number {
  const at = jpeg.indexOf('Exif\0\0', 0, 'latin1');
  return at === -1 ? 1 : orientationIn(jpeg.subarray(at + 6));
}

describe('the kind of a file', () => {
  test('is read from its bytes', () => {
    expect(typeOf(aPdf())).toBe('application/pdf');
    expect(typeOf(aPhoto())).toBe('image/jpeg');
    expect(typeOf(aPng())).toBe('image/png');
    expect(typeOf(SMALL_WEBP)).toBe('image/webp');
    expect(typeOf(text('Gentile ufficio,\r\n\tسلام'))).toBe('text/plain');
    expect(typeOf(aZip(['[Content_Types].xml', 'word/document.xml']))).toMatch(/wordprocessingml/);
    expect(typeOf(aZip(['[Content_Types].xml', 'xl/workbook.xml']))).toMatch(/spreadsheetml/);
    const openDocument = 'application/vnd.oasis.opendocument.text';
    expect(typeOf(aZip(['mimetype', 'content.xml'], { first: openDocument }))).toBe(openDocument);
    const signed = Buffer.concat([Buffer.from('3082100006092a864886f70d010702', 'hex'), aPdf()]);
    expect(typeOf(signed)).toBe('application/pkcs7-mime');
  });

  test('programs, archives, drawings and unknown things are refused whatever they are called', () => {
    expect(codeOf(Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'))).toBe('attachment_refused');
    expect(codeOf(Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'))).toBe('attachment_refused');
    expect(codeOf(aZip(['a.txt']))).toBe('attachment_refused');
    expect(codeOf(Buffer.from('GIF89a\x01\0\x01\0', 'latin1'))).toBe('attachment_refused');
    expect(codeOf(text('almost text\0'))).toBe('attachment_refused');
  });

  test('an iPhone photo is told apart, because there is advice for it', () => {
    expect(codeOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1', 'latin1'))).toBe('attachment_heic');
  });

  test('a script or a drawing is plain text and nothing else', () => {
    expect(typeOf(text('<svg onload="alert(1)"><script>alert(1)</script></svg>'))).toBe(
      'text/plain',
    );
  });

  test('an office file with macros is refused', () => {
    const names = ['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'];
    expect(codeOf(aZip(names))).toBe('attachment_refused');
  });

  test('a ZIP bomb is kept as it is, because nothing unpacks it', () => {
    const bomb = aZip(['[Content_Types].xml', 'xl/workbook.xml'], { unpackedBytes: 0xffffffff });
    expect(examineFile(bomb).bytes.equals(bomb)).toBe(true);
  });
});

describe('the metadata of pictures', () => {
  test('where, when and with what a photo was taken is gone, and so is what follows its end', () => {
    const photo = aPhoto();
    expect(photo.includes(GIVEAWAY)).toBe(true);
    const { bytes } = examineFile(photo);
    expect(bytes.includes(GIVEAWAY)).toBe(false);
    expect(bytes.includes('http')).toBe(false);
    expect(bytes.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
  });

  test.each([1, 3, 6, 8])('a photo keeps which way up it is: %i', (orientation) => {
    const { bytes } = examineFile(aPhoto({ orientation }));
    expect(orientationOf(bytes)).toBe(orientation);
  });

  test('an orientation that does not exist is as good as none', () => {
    expect(orientationOf(examineFile(aPhoto({ orientation: 77 })).bytes)).toBe(1);
  });

  test('cleaning again changes nothing, so a file saved outside is known when it comes back', () => {
    for (const picture of [aPhoto(), aPng(), SMALL_WEBP]) {
      const once = examineFile(picture).bytes;
      expect(examineFile(once).bytes.equals(once)).toBe(true);
    }
  });

  test('a PNG loses its texts and what follows its end', () => {
    const png = Buffer.from(aPng());
    const withText = Buffer.concat([
      png.subarray(0, 33),
      pngChunk('tEXt', `Comment\0${GIVEAWAY}`),
      png.subarray(33),
      Buffer.from(`PK\x03\x04 ${GIVEAWAY}`, 'latin1'),
    ]);
    expect(examineFile(withText).bytes.equals(png)).toBe(true);
  });

  test('a WebP loses its Exif and XMP', () => {
    const extended = Buffer.alloc(18);
    extended.write('VP8X', 0, 'latin1');
    extended.writeUInt32LE(10, 4);
    extended.set([0x0c, 0, 0, 0, 3, 0, 0, 2, 0, 0], 8);
    const body = `http ${GIVEAWAY}`.padEnd(48);
    const xmp = Buffer.concat([Buffer.from('XMP \x30\0\0\0', 'latin1'), Buffer.from(body)]);
    const file = Buffer.concat([
      SMALL_WEBP.subarray(0, 12),
      extended,
      SMALL_WEBP.subarray(12),
      xmp,
    ]);
    file.writeUInt32LE(file.length - 8, 4);
    const { bytes } = examineFile(file);
    expect(bytes.includes(GIVEAWAY)).toBe(false);
    expect(bytes.toString('latin1', 12, 16)).toBe('VP8X');
    expect(bytes[20]).toBe(0);
  });
});

describe('hostile and broken files', () => {
  test('a picture that claims billions of points is refused before it is decoded', () => {
    const huge = aPngOf({ width: 50_000, height: 50_000, data: Buffer.alloc(10) });
    expect(codeOf(huge)).toBe('picture_too_large');
    const square = aPngOf({ width: 8_000, height: 8_000, data: Buffer.alloc(10) });
    expect(codeOf(square)).toBe('picture_too_large');
    const photo = aPhoto();
    photo.writeUInt16BE(65_000, photo.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    expect(codeOf(photo)).toBe('picture_too_large');
  });

  test('a file cut off anywhere is refused and never kept half', () => {
    const photo = examineFile(aPhoto()).bytes;
    const png = Buffer.from(aPng());
    const whole = [photo, png, SMALL_WEBP, aZip(['[Content_Types].xml', 'word/document.xml'])];
    for (const file of whole) {
      for (let length = 30; length < file.length; length += 7) {
        expect(codeOf(file.subarray(0, length)), `${length} of ${file.length}`).toBe(
          'attachment_broken',
        );
      }
    }
    expect(codeOf(aPdf(20_000).subarray(0, 15_000))).toBe('attachment_broken');
    expect(codeOf(Buffer.alloc(0))).toBe('attachment_broken');
  });

  test('a changed point in a PNG is noticed', () => {
    const png = Buffer.from(aPng());
    png[45] = (png[45] ?? 0) ^ 1;
    expect(codeOf(png)).toBe('attachment_broken');
  });

  test('random bytes after a good beginning end in a refusal, not in a fault', () => {
    const allowed = /^(taken in|attachment_|picture_too_large)/;
    const random = seededRandom(7);
    for (const good of [aPhoto(), aPng(), SMALL_WEBP, aZip(['mimetype', 'x']), aPdf()]) {
      for (let round = 0; round < 300; round++) {
        const file = Buffer.from(good);
        for (let flips = 0; flips < 6; flips++) {
          file[8 + random.below(file.length - 8)] = random.below(256);
        }
        expect(codeOf(file)).toMatch(allowed);
      }
    }
  });

  test('25 MB is the limit', () => {
    expect(codeOf(aPdf(maxAttachmentBytes))).toBe('taken in');
    expect(codeOf(aPdf(maxAttachmentBytes + 1))).toBe('attachment_too_large');
  });
});
