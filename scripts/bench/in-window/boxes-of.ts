/** Runs in a page; asked by chromium-lines.ts. */

export interface Box {
  left: number;
  right: number;
  line: number;
}

/** Where each stretch of each paragraph stands; lengths are in UTF-16 units, the height in pixels. */
export async function boxesOf([lengths, height]: [number[][], number]): Promise<(Box | null)[][]> {
  await document.fonts.ready;
  return [...document.querySelectorAll('p')].map((paragraph, index) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const places: [Node, number][] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) places.push([node, at]);
    }
    const { top } = paragraph.getBoundingClientRect();
    let at = 0;
    return (lengths[index] ?? []).map((length) => {
      const [start, end] = [places[at], places[at + length - 1]];
      at += length;
      if (!start || !end) return null;
      const range = document.createRange();
      range.setStart(start[0], start[1]);
      range.setEnd(end[0], end[1] + 1);
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      if (box === undefined) return null;
      const line = Math.floor(((box.top + box.bottom) / 2 - top) / height);
      return { left: box.left, right: box.right, line };
    });
  });
}
