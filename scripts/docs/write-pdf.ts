import type { Run, Block as Typeset, TypesetResult } from '#typesetting/document.ts';
import { typeset } from '#typesetting/typeset.ts';
import { type Block, plainText, type Span } from './read-markdown.ts';

function runs(spans: readonly Span[], marks: Pick<Run, 'bold' | 'italic'> = {}): Run[] {
  return spans.flatMap((span) => {
    if (span.kind === 'bold') return runs(span.spans, { ...marks, bold: true });
    if (span.kind === 'italic') return runs(span.spans, { ...marks, italic: true });
    return [{ text: plainText([span]), ...marks }];
  });
}

/** What the engine can set of a page; lists inside lists are told in their item. */
function typesetBlock(block: Block): Typeset[] {
  switch (block.kind) {
    case 'heading':
      return [
        { type: 'heading', level: Math.min(block.level, 3) as 1 | 2 | 3, text: runs(block.spans) },
      ];
    case 'paragraph':
      return [{ type: 'paragraph', text: runs(block.spans) }];
    case 'quote':
      return [{ type: 'paragraph', style: 'quote', text: runs(block.spans) }];
    case 'code':
      return [{ type: 'paragraph', text: block.text }];
    case 'list': {
      const items = block.items.map((item) =>
        item.flatMap((part) => ('spans' in part ? runs(part.spans) : [])),
      );
      return [{ type: 'list', ordered: block.isOrdered, items }];
    }
    case 'table':
      return [tableOf(block.rows, block.hasHead)];
  }
}

function tableOf(rows: Span[][][], hasHead: boolean): Typeset {
  const [first = []] = rows;
  const weights = first.map((_, at) => {
    const longest = Math.max(...rows.map((cells) => plainText(cells[at] ?? []).length));
    return Math.min(Math.max(longest, 22), 80);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    type: 'table',
    headerRows: hasHead ? 1 : 0,
    columns: first.map((cell, at) => ({
      header: hasHead ? runs(cell) : '',
      width: (weights[at] ?? 1) / sum,
    })),
    rows: rows.slice(hasHead ? 1 : 0).map((cells) => cells.map((cell) => runs(cell))),
  };
}

/** The page as Approdo prints everything else. */
export function writePdf(blocks: readonly Block[], language: string): Promise<TypesetResult> {
  const [first] = blocks;
  return typeset({
    language,
    title: first && 'spans' in first ? plainText(first.spans) : '',
    accent: '#1F4F45',
    footer: { pageNumber: ['{page} / {pages}'] },
    blocks: blocks.flatMap(typesetBlock),
  });
}
