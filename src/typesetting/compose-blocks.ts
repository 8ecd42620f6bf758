import { composeChart, composeIconList } from './compose-charts.ts';
import { composeForm, type FormBlock } from './compose-forms.ts';
import { composeTable, firstRowsNeed, gridOf } from './compose-tables.ts';
import { type ContentNode, emptySpace, isEmptyText, ruleOf, runsOfText } from './content-node.ts';
import type { Block, Text } from './document.ts';
import { lineExtentOf } from './font-resources.ts';
import type { HangingMark } from './pdfmake-hooks.ts';
import type { Alignment } from './pdfmake-types.ts';
import { inLanguage, inside, mirrored, partOf, type Setting } from './setting.ts';

export function composeBlocks(blocks: Block[], setting: Setting): ContentNode[] {
  const nodes: ContentNode[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    const next = blocks[index + 1];
    if (endsInHeading(block) && next !== undefined && neverSplits(next)) {
      const stack = [...composeBlock(block, setting), ...composeBlock(next, setting)];
      nodes.push({ stack, unbreakable: true });
      index += 1;
      continue;
    }
    const composed = composeBlock(block, setting);
    const last = composed.at(-1);
    if (endsInHeading(block) && last !== undefined) {
      last.spaceNeeded = headingNeeds(blocks, index, setting);
    }
    nodes.push(...composed);
  }
  return nodes;
}

/** A heading, or the same in two languages beside each other. */
function endsInHeading(block: Block): boolean {
  if (block.type !== 'sideBySide') return block.type === 'heading';
  return [block.start, block.end].every((side) => side.at(-1)?.type === 'heading');
}

function neverSplits(block: Block): boolean {
  return ['keepTogether', 'signatures', 'qr', 'image', 'address', 'blanks'].includes(block.type);
}

/** A heading, the headings right after it, and about three lines of what follows. */
function headingNeeds(blocks: Block[], index: number, setting: Setting): number {
  const { theme } = setting;
  const block = blocks[index];
  const line = theme.size.body * lineRatio(setting.language);
  if (block?.type === 'sideBySide') {
    const own = Math.max(
      ...sidesOf(block, setting).map((side) => headingNeeds(side.blocks, 0, side.setting)),
    );
    return endsInHeading(block) ? own + headingNeeds(blocks, index + 1, setting) : own;
  }
  if (block?.type === 'table') return firstRowsNeed(block, setting) + 2 * theme.blockGap;
  if (block?.type === 'paragraph' && index === blocks.length - 1) {
    return Math.min(3, linesOf(block.text, setting)) * line + theme.paragraphGap;
  }
  if (block?.type !== 'heading') return 3 * line + 2 * theme.blockGap;
  const { size, above, below } = theme.heading[block.level];
  const own = above + below + size * lineRatio(setting.language);
  return index === blocks.length - 1 ? own : own + headingNeeds(blocks, index + 1, setting);
}

/** Rather too many than too few: most letters are narrower than half their height. */
function linesOf(text: Text, { width, theme }: Setting): number {
  const words = typeof text === 'string' ? text : text.map((run) => run.text).join('');
  const perLine = Math.max(1, width / (0.55 * theme.size.body));
  return words
    .split('\n')
    .reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / perLine)), 0);
}

function lineRatio(language: string): number {
  const { ascent, descent } = lineExtentOf(language);
  return ascent + descent;
}

type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

function composeBlock(block: Block, setting: Setting): ContentNode[] {
  const { theme } = setting;
  switch (block.type) {
    case 'heading':
      return [composeHeading(block, setting)];
    case 'paragraph':
      return [composeParagraph(block, inLanguage(setting, block.language))];
    case 'list':
      return composeItems(block.items, setting, (index) =>
        block.ordered
          ? { text: `${index + 1}.`, width: 1.8 * theme.size.body }
          : { mark: 'bullet', width: 1.3 * theme.size.body },
      );
    case 'checklist':
      return composeItems(
        block.items.map((item) => item.text),
        setting,
        (index) => ({
          mark: block.items[index]?.checked === true ? 'checkedBox' : 'box',
          width: 1.6 * theme.size.body,
        }),
      );
    case 'facts':
    case 'table':
      return composeTable(block, setting);
    case 'section': {
      const inner = inLanguage(setting, block.language);
      const stack = composeBlocks(block.blocks, inside(inner, 'Sect'));
      return [{ stack, language: block.language }];
    }
    case 'sideBySide':
      return composeSideBySide(block, setting);
    case 'columns':
      return composeColumns(block, setting);
    case 'box':
      return [composeBox(block, setting)];
    case 'keepTogether': {
      const stack = composeBlocks(block.blocks, { ...setting, isKeptWhole: true });
      return [{ stack, unbreakable: true }];
    }
    case 'chart':
      return composeChart(block, setting);
    case 'iconList':
      return composeIconList(block, setting);
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
      const structure = partOf(setting, 'Figure', { alt: block.alt });
      return [{ ...node, alignment, structure, margin: [0, 0, 0, theme.blockGap] }];
    }
    case 'pageBreak':
      return [{ stack: [], pageBreak: 'after' }];
    default:
      return composeForm(block satisfies FormBlock, setting);
  }
}

function composeHeading({ level, text }: BlockOf<'heading'>, setting: Setting): ContentNode {
  const { size, above, below } = setting.theme.heading[level];
  return {
    text: runsOfText(text),
    fontSize: size,
    bold: true,
    color: setting.theme.accent,
    margin: [0, above, 0, below],
    structure: partOf(setting, `H${level}`),
  };
}

function composeParagraph(block: BlockOf<'paragraph'>, setting: Setting): ContentNode {
  const { theme } = setting;
  const styles = {
    body: {},
    lead: { fontSize: theme.size.lead, color: theme.accent },
    small: { fontSize: theme.size.small, color: theme.muted },
    quote: { color: theme.muted },
  };
  const isQuote = block.style === 'quote';
  const inset = isQuote ? 1.8 * theme.size.body : 0;
  const alignment = alignmentOf(block.align, setting);
  return {
    text: runsOfText(block.text),
    ...styles[block.style ?? 'body'],
    margin: [inset, 0, inset, theme.paragraphGap],
    language: setting.language,
    structure: partOf(setting, isQuote ? 'BlockQuote' : 'P'),
    ...(alignment !== undefined && { alignment }),
  };
}

export function alignmentOf(
  align: 'start' | 'end' | 'center' | 'justify' | undefined,
  setting: { isRightToLeft: boolean },
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
  if (items.length === 0) return [];
  const list = inside(setting, 'L');
  return items.map((text, index) => {
    const item = inside(list, 'LI');
    const hanging = labelled(hangingAt(index), item);
    const isLast = index === items.length - 1;
    const inset = hanging.width + 4;
    const below = isLast ? setting.theme.paragraphGap : 3;
    return {
      text: runsOfText(text),
      hanging,
      margin: setting.isRightToLeft ? [0, 0, inset, below] : [inset, 0, 0, below],
      structure: partOf(item, 'LBody'),
    };
  });
}

/** What a drawn sign says when the document is read aloud. */
const signs = { bullet: '•', box: '☐', checkedBox: '☑' } as const;

function labelled(hanging: HangingMark, item: Setting): HangingMark {
  const sign = hanging.mark === undefined ? {} : { actualText: signs[hanging.mark] };
  return { ...hanging, structure: partOf(item, 'Lbl', sign) };
}

const gapBetweenSides = 24;

function sidesOf(block: BlockOf<'sideBySide'>, setting: Setting) {
  const width = (setting.width - gapBetweenSides) / 2;
  const side = (language: string | undefined) => ({ ...inLanguage(setting, language), width });
  return [
    { blocks: block.start, setting: side(block.startLanguage) },
    { blocks: block.end, setting: side(block.endLanguage) },
  ];
}

/** Read one language after the other, whatever stands beside it. */
function composeSideBySide(block: BlockOf<'sideBySide'>, setting: Setting): ContentNode[] {
  const sides = sidesOf(block, setting).map((side) => ({
    ...side,
    setting: inside(side.setting, 'Sect'),
  }));
  const gap = gapBetweenSides;
  const width = (setting.width - gap) / 2;
  const rows = Math.max(block.start.length, block.end.length);
  return Array.from({ length: rows }, (_, row) => {
    const cells = sides.map((side) => ({
      stack: composeBlocks(side.blocks.slice(row, row + 1), side.setting),
      language: side.setting.language,
    }));
    // A row each, so that a heading can go to the next page with the row below it.
    const spaceNeeded = Math.max(
      ...sides.map((side) => headingNeeds(side.blocks, row, side.setting)),
    );
    return {
      ...gridOf([width, width], [mirrored(cells, setting)], { columnGap: gap }),
      spaceNeeded,
    };
  });
}

function composeColumns({ columns }: BlockOf<'columns'>, setting: Setting): ContentNode[] {
  if (columns.length === 0) return [];
  const gap = 18;
  const room = setting.width - gap * (columns.length - 1);
  const shares = columns.map(({ width }) => Math.max(0.05, width ?? 1 / columns.length));
  const sum = shares.reduce((all, share) => all + share, 0);
  const widths = shares.map((share) => (share / sum) * room);
  const cells = columns.map(
    ({ blocks }, index): ContentNode => ({
      stack: composeBlocks(blocks, inside({ ...setting, width: widths[index] ?? room }, 'Div')),
    }),
  );
  return [gridOf(mirrored(widths, setting), [mirrored(cells, setting)], { columnGap: gap })];
}

const shortBox = 1_200;

function composeBox(block: BlockOf<'box'>, setting: Setting): ContentNode {
  const { theme } = setting;
  const padding = 10;
  const bar = 2;
  // A short box stays whole; of a long one at least the title and some lines stay together.
  const isShort = JSON.stringify(block).length < shortBox;
  const isKeptWhole = isShort || setting.isKeptWhole === true;
  const width = setting.width - 2 * padding - bar;
  const inner = inside({ ...setting, isKeptWhole, width }, 'Div');
  const title: ContentNode[] = isEmptyText(block.title)
    ? []
    : [
        {
          text: runsOfText(block.title ?? ''),
          bold: true,
          color: theme.accent,
          margin: [0, 0, 0, 3],
          structure: partOf(inner, 'P'),
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
