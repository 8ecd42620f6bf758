import { deflateSync } from 'node:zlib';

/** A picture of 12 by 6 points, red above and blue below. */
const SMALL_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAwDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAhRh/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQQVUlP/2gAMAwEAAhEDEQA/AI27PS7PQWFZE5oTYyts/9k=',
  'base64',
);

export const SMALL_WEBP = Buffer.from(
  'UklGRjgAAABXRUJQVlA4ICwAAADQAQCdASoEAAMAAgA0JaACdLoB+AADsAD+8Oj3/yC5YXXI1/5sCua5+agAAA==',
  'base64',
);

/** Words that stand for what a photo gives away; no file that is kept may have them. */
export const GIVEAWAY = 'GPS 45.0703N 7.6869E Corso Vercelli';

/** A JPEG as a telephone makes it: where it was taken, a preview, XMP, and a video after its end. */
export function aPhoto({ orientation = 6 } = {}): Buffer {
  return Buffer.concat([
    SMALL_JPEG.subarray(0, 20),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${GIVEAWAY}`, 'latin1')),
    segment(0xe2, Buffer.from(`MPF\0${GIVEAWAY}`, 'latin1')),
    segment(0xfe, Buffer.from(GIVEAWAY, 'latin1')),
    SMALL_JPEG.subarray(20),
    Buffer.from(`....ftypmp42 ${GIVEAWAY}`, 'latin1'),
  ]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Orientation as the second of three entries, then what gives the place away. */
function exif(orientation: number): Buffer {
  const entries = [
    [0x010f, 2, 20, 50],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, 50],
  ];
  const block = Buffer.alloc(50);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = 10 + index * 12;
    block.writeUInt16LE(tag, at);
    block.writeUInt16LE(type, at + 2);
    block.writeUInt32LE(count, at + 4);
    block.writeUInt32LE(value, at + 8);
  });
  return Buffer.concat([block, Buffer.from(GIVEAWAY, 'latin1')]);
}

export function aPdf(bytes = 400): Buffer {
  const head = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n', 'latin1');
  const tail = Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1');
  const body = Buffer.alloc(Math.max(0, bytes - head.length - tail.length));
  for (let at = 0; at < body.length; at++) body[at] = 32 + (at % 90);
  return Buffer.concat([head, body, tail]);
}

/** A ZIP that lists these names; the contents are nothing, or a claim of gigabytes. */
export function aZip(names: string[], { unpackedBytes = 0, first = '' } = {}): Buffer {
  const packed = deflateSync(Buffer.alloc(1000));
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const isStated = name === 'mimetype';
    const content = isStated ? Buffer.from(first) : packed;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isStated ? 0 : 8, 8);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(unpackedBytes, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(unpackedBytes, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), content);
    entries.push(entry, Buffer.from(name));
    offset += 30 + name.length + content.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}
