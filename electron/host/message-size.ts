const MAX_DEPTH = 64;
const MAX_VALUES = 500_000;
const BYTES_PER_VALUE = 8;

/**
 * Whether a value that came from the page is small enough to hand on: at most `maxBytes`, counted
 * roughly, and neither deeper nor more finely divided than anything the program sends.
 */
export function fitsWithin(input: unknown, maxBytes: number): boolean {
  let bytes = 0;
  let values = 0;
  const remaining: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }];

  for (let next = remaining.pop(); next; next = remaining.pop()) {
    const { value, depth } = next;
    values += 1;
    bytes += BYTES_PER_VALUE;
    if (typeof value === 'string') {
      bytes += value.length * 2;
    } else if (ArrayBuffer.isView(value)) {
      bytes += value.byteLength;
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_DEPTH) return false;
      for (const key in value) {
        bytes += key.length * 2;
        remaining.push({ value: (value as Record<string, unknown>)[key], depth: depth + 1 });
        if (remaining.length > MAX_VALUES) return false;
      }
    }
    if (bytes > maxBytes || values > MAX_VALUES) return false;
  }
  return true;
}
