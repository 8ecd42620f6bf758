import { composeForm, type FormBlock } from './compose-forms.ts';
import { composeTable, firstRowsNeed, gridOf, mirrored } from './compose-tables.ts';
import { type ContentNode, emptySpace, isEmptyText, ruleOf, runsOfText } from './content-node.ts';
import type { Block, Text } from './document.ts';
import { directionOf } from './font-catalogue.ts';
import { lineExtentOf } from './font-resources.ts';
import type { HangingMark } from './pdfmake-hooks.ts';
import type { Alignment } from './pdfmake-types.ts';
import { theme } from './theme.ts';

/** Where a block stands: its language and the width it has. */
export interface Setting {
  language: string;
  isRightToLeft: boolean;
  width: number;
  /** Inside a block that does not break, where pdfmake would repeat the whole block as a header. */
  isKeptWhole?: boolean;
  /** Gives a checked picture the node that draws it, at most this wide and high. */
  picture(
    picture: { format: 'png' | 'svg'; bytes: Uint8Array },
    fit: [width: number, height: number],
  ): ContentNode;
}

export function inLanguage(setting: Setting, language: string | undefined): Setting {
  if (language === undefined) return setting;
  return { ...setting, language, isRightToLeft: directionOf(language) === 'rtl' };
}

export function composeBlocks(blocks: Block[], setting: Setting): ContentNode[] {
  const nodes: ContentNode[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const next = blocks[index + 1];
    if (block.type === 'heading' && next !== undefined && neverSplits(next)) {
      const stack = [...composeBlock(block, setting), ...composeBlock(next, setting)];
      nodes.push({ stack, unbreakable: true });
      index += 1;
      continue;
    }
    const composed = composeBlock(block, setting);
    const [first] = composed;
    if (block.type === 'heading' && first !== undefined) {
      first.spaceNeeded = headingNeeds(blocks, index, setting);
    }
    nodes.push(...composed);
  }
  return nodes;
}

function neverSplits(block: Block): boolean {
  return ['keepTogether', 'signatures', 'qr', 'image', 'address', 'blanks'].includes(block.type);
}

/** A heading, the headings right after it, and about three lines of what follows. */
function headingNeeds(blocks: Block[], index: number, setting: Setting): number {
  const block = blocks[index];
  const line = theme.size.body * lineRatio(setting.language);
  if (block?.type === 'table') return firstRowsNeed(block, setting) + 2 * theme.blockGap;
  if (block?.type !== 'heading') return 3 * line + 2 * theme.blockGap;
  const { size, above, below } = theme.heading[block.level];
  const own = above + below + size * lineRatio(setting.language);
  return own + headingNeeds(blocks, index + 1, setting);
}

function lineRatio(language: string): number {
  const { ascent, descent } = lineExtentOf(language);
  return ascent + descent;
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

function composeBlock(block: Block, setting: Setting): ContentNode[] {
  switch (block.type) {
    case 'heading':
      return [composeHeading(block)];
    case 'paragraph':
      return [composeParagraph(block, inLanguage(setting, block.language))];
    case 'list':
      return composeItems(block.items, setting, (index) =>
        block.ordered ? { text: `${index + 1}.`, width: 18 } : { mark: 'bullet', width: 13 },
      );
    case 'checklist':
      return composeItems(
        block.items.map((item) => item.text),
        setting,
        (index) => ({
          mark: block.items[index]?.checked === true ? 'checkedBox' : 'box',
          width: 16,
        }),
      );
    case 'facts':
    case 'table':
      return composeTable(block, setting);
    case 'sideBySide':
      return composeSideBySide(block, setting);
    case 'box':
      return [composeBox(block, setting)];
    case 'keepTogether':
      return [
        {
          stack: composeBlocks(block.blocks, { ...setting, isKeptWhole: true }),
          unbreakable: true,
        },
      ];
    case 'rule':
      return [
        {
          canvas: [ruleOf(setting.width, 0.6, theme.hairline)],
          margin: [0, theme.blockGap, 0, theme.blockGap],
        },
      ];
    case 'space':
      return [emptySpace(Number.isFinite(block.points) ? Math.max(0, block.points) : 0)];
    case 'image': {
      const node = setting.picture(block, [Math.min(block.widthPoints, setting.width), 640]);
      const alignment = setting.isRightToLeft ? 'right' : 'left';
      return [{ ...node, alignment, margin: [0, 0, 0, theme.blockGap] }];
    }
    case 'pageBreak':
      return [{ stack: [], pageBreak: 'after' }];
    default:
      return composeForm(block satisfies FormBlock, setting);
  }
}

function composeHeading({ level, text }: BlockOf<'heading'>): ContentNode {
  const { size, above, below } = theme.heading[level];
  return {
    text: runsOfText(text),
    fontSize: size,
    bold: true,
    color: theme.accent,
    margin: [0, above, 0, below],
  };
}

const paragraphStyles = {
  body: {},
  lead: { fontSize: theme.size.lead, color: theme.accent },
  small: { fontSize: theme.size.small, color: theme.muted },
  quote: { color: theme.muted },
} as const;

function composeParagraph(block: BlockOf<'paragraph'>, setting: Setting): ContentNode {
  const isQuote = block.style === 'quote';
  const inset = isQuote ? 18 : 0;
  const alignment = alignmentOf(block.align, setting);
  return {
    text: runsOfText(block.text),
    ...paragraphStyles[block.style ?? 'body'],
    margin: [inset, 0, inset, theme.paragraphGap],
    language: setting.language,
    ...(alignment !== undefined && { alignment }),
  };
}

export function alignmentOf(
  align: 'start' | 'end' | 'center' | 'justify' | undefined,
  setting: Setting,
): Alignment | undefined {
  if (align === undefined || align === 'start') return undefined;
  if (align === 'end') return setting.isRightToLeft ? 'left' : 'right';
  return align;
}

function composeItems(
  items: Text[],
  setting: Setting,
  hangingAt: (index: number) => HangingMark,
): ContentNode[] {
  return items.map((text, index) => {
    const hanging = hangingAt(index);
    const isLast = index === items.length - 1;
    const inset = hanging.width + 4;
    const below = isLast ? theme.paragraphGap : 3;
    return {
      text: runsOfText(text),
      hanging,
      margin: setting.isRightToLeft ? [0, 0, inset, below] : [inset, 0, 0, below],
    };
  });
}

function composeSideBySide(block: BlockOf<'sideBySide'>, setting: Setting): ContentNode[] {
  const gap = 24;
  const width = (setting.width - gap) / 2;
  const start = { ...inLanguage(setting, block.startLanguage), width };
  const end = { ...inLanguage(setting, block.endLanguage), width };
  const rows = Math.max(block.start.length, block.end.length);
  return Array.from({ length: rows }, (_, row) => {
    const sides = [
      { blocks: block.start, side: start },
      { blocks: block.end, side: end },
    ];
    const cells = sides.map(({ blocks, side }) => ({
      stack: composeBlocks(blocks.slice(row, row + 1), side),
      language: side.language,
    }));
    // A row each, so that a heading can go to the next page with the row below it.
    const spaceNeeded = Math.max(
      ...sides.map(({ blocks, side }) => headingNeeds(blocks, row, side)),
    );
    return {
      ...gridOf([width, width], [mirrored(cells, setting)], { columnGap: gap }),
      spaceNeeded,
    };
  });
}

const shortBox = 1_200;

function composeBox(block: BlockOf<'box'>, setting: Setting): ContentNode {
  const padding = 10;
  const bar = 2;
  // A short box stays whole; of a long one at least the title and some lines stay together.
  const isShort = JSON.stringify(block).length < shortBox;
  const isKeptWhole = isShort || setting.isKeptWhole === true;
  const inner = { ...setting, isKeptWhole, width: setting.width - 2 * padding - bar };
  const title: ContentNode[] = isEmptyText(block.title)
    ? []
    : [
        {
          text: runsOfText(block.title ?? ''),
          bold: true,
          color: theme.accent,
          margin: [0, 0, 0, 3],
        },
      ];
  const barColumn = setting.isRightToLeft ? 1 : 0;
  return {
    table: {
      widths: [inner.width],
      body: [[{ stack: [...title, ...composeBlocks(block.blocks, inner)] }]],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (column) => (column === barColumn ? bar : 0),
      vLineColor: () => theme.accent,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 8,
      paddingBottom: () => 3,
      fillColor: () => theme.tint,
    },
    margin: [0, 4, 0, theme.blockGap],
    ...(isShort ? { unbreakable: true } : { spaceNeeded: 90 }),
  };
}
