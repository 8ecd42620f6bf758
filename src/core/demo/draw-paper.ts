/* Invented papers for the demonstration, drawn with a few bytes: nobody's scan may ever lie in a program. */
import { deflateSync } from 'node:zlib';
import { crc32 } from '../attachments/pictures/crc32.ts';
import type { SeededRandom } from './seeded-random.ts';

/** A page of A4 with a letterhead, a stamp and lines that look like writing and say nothing. */
export function drawPage(random: SeededRandom): Uint8Array {
  const lines = Array.from({ length: 14 + random.below(10) }, (_, line) => {
    const width = 300 + random.below(150);
    return `0.35 0.38 0.42 rg 70 ${640 - line * 24} ${width} 6 re f`;
  });
  const drawing = [
    `0.${random.below(5)} 0.3 0.45 rg 70 740 ${120 + random.below(80)} 34 re f`,
    '0.6 0.62 0.66 rg 70 715 260 8 re f',
    ...lines,
    '0.72 0.3 0.25 RG 2 w 400 120 90 60 re S 408 128 74 44 re S',
  ].join('\n');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    `<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}`;
  const start = text.length;
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${count}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

const WIDTH = 120;
const HEIGHT = 150;

/** A head and shoulders without a face. */
export function drawPortrait(random: SeededRandom): Uint8Array {
  const colour = () => [90 + random.below(120), 90 + random.below(120), 90 + random.below(120)];
  const [ground, figure] = [colour().map((part) => Math.min(255, part + 45)), colour()];
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isHead = ((x - 60) / 27) ** 2 + ((y - 62) / 34) ** 2 < 1;
      const isShoulder = ((x - 60) / 52) ** 2 + ((y - 152) / 50) ** 2 < 1;
      rows.set(isHead || isShoulder ? figure : ground, y * (WIDTH * 3 + 1) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
