/** The widths that a PDF says of the glyphs of an embedded TrueType file, against those that stand in it. */

const tolerance = 1;

function tablesOf(file: Buffer): Map<string, Buffer> {
  const count = file.readUInt16BE(4);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + index * 16;
      const from = file.readUInt32BE(entry + 8);
      const name = file.toString('latin1', entry, entry + 4);
      return [name, file.subarray(from, from + file.readUInt32BE(entry + 12))];
    }),
  );
}

/** In thousandths of the font size, glyph after glyph. */
function advancesOf(file: Buffer): number[] {
  const tables = tablesOf(file);
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((name) => tables.get(name));
  if (!head || !hhea || !hmtx) return [];
  const unitsPerEm = head.readUInt16BE(18);
  const count = hhea.readUInt16BE(34);
  return Array.from(
    { length: count },
    (_, index) => (hmtx.readUInt16BE(index * 4) * 1000) / unitsPerEm,
  );
}

export function unevenWidths(file: Buffer, said: unknown): string[] {
  const [first, widths] = said as [number, number[]];
  const advances = advancesOf(file);
  if (first !== 0 || advances.length < widths.length) return ['widths of other glyphs'];
  return widths.flatMap((width, index) => {
    const difference = Math.abs(width - (advances[index] ?? Number.NaN));
    return difference <= tolerance ? [] : [`glyph ${index} is ${difference} wider or narrower`];
  });
}
