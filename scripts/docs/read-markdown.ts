/*
 * The part of Markdown that the pages of `docs/` are written in: headings, paragraphs, lists, tables, code, quotes, and
 * inside a line bold, italic, code, links and pictures. Read once and written as HTML and as DOCX. No library: it would
 * be the only one that the documentation needs, and what is not understood here stays visible as it was written.
 */

export type Span =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'bold' | 'italic'; spans: Span[] }
  | { kind: 'link'; to: string; spans: Span[] }
  | { kind: 'picture'; from: string; text: string };

export type Block =
  | { kind: 'heading'; level: number; spans: Span[] }
  | { kind: 'paragraph' | 'quote'; spans: Span[] }
  | { kind: 'list'; isOrdered: boolean; items: Block[][] }
  | { kind: 'table'; rows: Span[][][]; hasHead: boolean }
  | { kind: 'code'; text: string; language: string };

const INLINE =
  /`([^`]+)`|!\[([^\]]*)\]\(([^)\s]+)\)|\[((?:`[^`]*`|[^\]])+)\]\(([^)\s]+)\)|\*\*((?:`[^`]*`|[^*])+)\*\*|\*([^*\s][^*]*)\*/g;

function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) spans.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, code, alternative, from, words, to, bold, italic] = match;
    if (code !== undefined) spans.push({ kind: 'code', text: code });
    else if (from !== undefined) spans.push({ kind: 'picture', from, text: alternative ?? '' });
    else if (to !== undefined) spans.push({ kind: 'link', to, spans: spansOf(words ?? '') });
    else if (bold !== undefined) spans.push({ kind: 'bold', spans: spansOf(bold) });
    else spans.push({ kind: 'italic', spans: spansOf(italic ?? '') });
    end = match.index + whole.length;
  }
  if (end < text.length) spans.push({ kind: 'text', text: text.slice(end) });
  return spans;
}

/** What a reader sees of them. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => ('spans' in span ? plainText(span.spans) : span.text)).join('');
}

const ITEM = /^(?:[-*]|(\d+)\.)( +)(?=\S)/;
const indentOf = (line: string) => line.length - line.trimStart().length;
const without = (line: string, indent: number) => line.slice(Math.min(indent, indentOf(line)));

interface Taken {
  block: Block;
  /** The first line after it. */
  next: number;
}

function takeWhile(lines: string[], from: number, isPart: (line: string, at: number) => boolean) {
  let next = from;
  while (next < lines.length && isPart(lines[next] ?? '', next)) next++;
  return { taken: lines.slice(from, next), next };
}

function fenced(lines: string[], from: number): Taken {
  const language = (lines[from] ?? '').slice(3).trim();
  const { taken, next } = takeWhile(lines, from + 1, (line) => !line.startsWith('```'));
  return { block: { kind: 'code', language, text: taken.join('\n') }, next: next + 1 };
}

function indented(lines: string[], from: number): Taken {
  const { taken, next } = takeWhile(
    lines,
    from,
    (line) => line.trim() === '' || indentOf(line) >= 4,
  );
  const text = taken.map((line) => without(line, 4)).join('\n');
  return { block: { kind: 'code', language: '', text: text.trimEnd() }, next };
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => spansOf(cell.trim().replaceAll('\\|', '|')));

function table(lines: string[], from: number): Taken {
  const { taken, next } = takeWhile(lines, from, (line) => line.trimStart().startsWith('|'));
  const [head = '', , ...body] = taken;
  // A table whose head is empty has none.
  const rows = (/^[\s|]+$/.test(head) ? body : [head, ...body]).map(cellsOf);
  return { block: { kind: 'table', rows, hasHead: rows.length > body.length }, next };
}

/** One list; an item goes on in the lines that are set in below it, over empty ones too. */
function list(lines: string[], from: number): Taken {
  const isOrdered = /^\d/.test(lines[from] ?? '');
  const items: Block[][] = [];
  let next = from;
  for (;;) {
    const mark = ITEM.exec(lines[next] ?? '');
    if (!mark || (mark[1] !== undefined) !== isOrdered) break;
    const width = mark[0].length;
    const rest = takeWhile(lines, next + 1, (line, at) => {
      if (line.trim() !== '') return indentOf(line) >= 2;
      const following = lines.slice(at).find((one) => one.trim() !== '') ?? '';
      return indentOf(following) >= 2;
    });
    const first = (lines[next] ?? '').slice(width);
    items.push(blocksOf([first, ...rest.taken.map((line) => without(line, width))]));
    next = rest.next;
    // A list goes on over an empty line between its items.
    const following = takeWhile(lines, next, (line) => line.trim() === '').next;
    if (ITEM.test(lines[following] ?? '')) next = following;
  }
  return { block: { kind: 'list', isOrdered, items }, next };
}

function words(lines: string[], from: number): Taken {
  const isQuote = (lines[from] ?? '').startsWith('> ');
  const { taken, next } = takeWhile(lines, from, (line, at) => {
    if (line.trim() === '') return false;
    return at === from || !(/^#{1,4} |^```|^\|/.test(line) || ITEM.test(line));
  });
  const text = taken.map((line) => (isQuote ? line.replace(/^> ?/, '') : line).trim()).join(' ');
  return { block: { kind: isQuote ? 'quote' : 'paragraph', spans: spansOf(text) }, next };
}

function heading(lines: string[], from: number): Taken {
  const [, marks = '#', text = ''] = /^(#{1,4}) (.*)$/.exec(lines[from] ?? '') ?? [];
  return { block: { kind: 'heading', level: marks.length, spans: spansOf(text) }, next: from + 1 };
}

function readerOf(line: string) {
  if (/^#{1,4} /.test(line)) return heading;
  if (line.startsWith('```')) return fenced;
  if (line.trimStart().startsWith('|')) return table;
  if (ITEM.test(line)) return list;
  return indentOf(line) >= 4 ? indented : words;
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at++;
      continue;
    }
    const { block, next } = readerOf(line)(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}

export const readMarkdown = (text: string) => blocksOf(text.split('\n'));
