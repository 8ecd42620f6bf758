import { composeBlocks } from './compose-blocks.ts';
import { gridOf } from './compose-tables.ts';
import { type ContentNode, isEmptyText, ruleOf, runsOfText, type Vector } from './content-node.ts';
import type { Block, QrCode, SignatureField, Text } from './document.ts';
import { inside, mirrored, partOf, type Setting } from './setting.ts';
import { TypesettingError } from './typesetting-error.ts';

/** Blocks that belong to letters and forms: addresses, signatures, blanks, slips, codes. */
export type FormBlock = Extract<
  Block,
  { type: 'address' | 'signatures' | 'blanks' | 'cutLine' | 'replySlip' | 'qr' }
>;

export function composeForm(block: FormBlock, setting: Setting): ContentNode[] {
  switch (block.type) {
    case 'address':
      return [composeAddress(block.lines, setting)];
    case 'signatures':
      return [composeSignatures(block, setting)];
    case 'blanks':
      return block.rows.map((row) => composeBlank(row.label, row.lines ?? 1, setting));
    case 'cutLine':
      return composeCutLine(block.text, setting);
    case 'replySlip':
      return [composeReplySlip(block, setting)];
    case 'qr':
      return block.data === '' ? [] : [composeQr(block, block.sizePoints ?? 80, setting)];
  }
}

function composeAddress(lines: Text[], setting: Setting): ContentNode {
  const width = setting.width * 0.42;
  const part = inside(setting, 'Div');
  const cells: ContentNode[] = [
    { stack: [] },
    { stack: lines.map((line) => ({ text: runsOfText(line), structure: partOf(part, 'P') })) },
  ];
  const widths = [setting.width - width, width];
  const margin: ContentNode['margin'] = [0, 4, 0, 2 * setting.theme.blockGap];
  const grid = gridOf(mirrored(widths, setting), [mirrored(cells, setting)], { margin });
  return { ...grid, unbreakable: true };
}

function composeSignatures(
  block: Extract<Block, { type: 'signatures' }>,
  setting: Setting,
): ContentNode {
  const perRow = Math.min(3, Math.max(2, block.fields.length));
  const gap = 28;
  const width = (setting.width - gap * (perRow - 1)) / perRow;
  const part = inside(setting, 'Div');
  const stack: ContentNode[] = [];
  if (!isEmptyText(block.placeAndDate)) {
    stack.push({
      text: runsOfText(block.placeAndDate ?? ''),
      margin: [0, 0, 0, 1.5 * setting.theme.blockGap],
      structure: partOf(part, 'P'),
    });
  }
  const body: ContentNode[][] = [];
  for (let from = 0; from < block.fields.length; from += perRow) {
    const cells = Array.from({ length: perRow }, (_, column): ContentNode => {
      const field = block.fields[from + column];
      return field === undefined ? { stack: [] } : composeSignature(field, { ...part, width });
    });
    body.push(mirrored(cells, setting));
  }
  if (body.length > 0) {
    stack.push(gridOf(Array(perRow).fill(width), body, { columnGap: gap, rowGap: 12 }));
  }
  return {
    stack,
    unbreakable: true,
    margin: [0, 1.25 * setting.theme.blockGap, 0, setting.theme.blockGap],
  };
}

function composeSignature(field: SignatureField, setting: Setting): ContentNode {
  const { theme, width } = setting;
  const role: ContentNode = {
    text: runsOfText(field.role),
    fontSize: theme.size.label,
    color: theme.muted,
    structure: partOf(setting, 'P'),
  };
  const name: ContentNode[] = isEmptyText(field.name)
    ? []
    : [
        {
          text: runsOfText(field.name ?? ''),
          fontSize: theme.size.small,
          margin: [0, 3, 0, 0],
          structure: partOf(setting, 'P'),
        },
      ];
  return { stack: [role, { canvas: [ruleOf(width, 0.6, theme.ink, 30)] }, ...name] };
}

function composeBlank(label: Text, lines: number, setting: Setting): ContentNode {
  const { theme } = setting;
  const lineHeight = 2.1 * theme.size.body;
  const labelNode: ContentNode = {
    text: runsOfText(label),
    fontSize: theme.size.label,
    color: theme.muted,
    structure: partOf(setting, 'P'),
  };
  if (lines > 1) {
    const rules = Array.from({ length: lines }, (_, index) =>
      ruleOf(setting.width, 0.5, theme.muted, lineHeight * (index + 1) - 4),
    );
    return {
      stack: [labelNode, { canvas: rules }],
      unbreakable: true,
      margin: [0, 2, 0, theme.blockGap],
    };
  }
  const gap = 8;
  const labelWidth = setting.width * 0.3;
  const ruleWidth = setting.width - labelWidth - gap;
  const cells: ContentNode[] = [
    { ...labelNode, margin: [0, 6, 0, 0] },
    { canvas: [ruleOf(ruleWidth, 0.5, theme.muted, 1.7 * theme.size.body)] },
  ];
  const grid = gridOf(mirrored([labelWidth, ruleWidth], setting), [mirrored(cells, setting)], {
    columnGap: gap,
    margin: [0, 0, 0, 4],
  });
  return { ...grid, unbreakable: true };
}

function composeCutLine(text: Text | undefined, setting: Setting): ContentNode[] {
  const { theme } = setting;
  const label: ContentNode[] = isEmptyText(text)
    ? []
    : [
        {
          text: runsOfText(text ?? ''),
          fontSize: theme.size.footer,
          color: theme.muted,
          alignment: 'center',
          margin: [0, 0, 0, 4],
          structure: partOf(setting, 'P'),
        },
      ];
  return [{ canvas: scissorsAndLine(setting), margin: [0, 14, 0, 3], spaceNeeded: 90 }, ...label];
}

/** Drawn, because no bundled font has a pair of scissors. */
function scissorsAndLine({ width, isRightToLeft, theme }: Setting): Vector[] {
  const at = (x: number) => (isRightToLeft ? width - x : x);
  const stroke = { lineWidth: 0.7, lineColor: theme.muted };
  const blade = (y1: number, y2: number): Vector => ({
    type: 'line',
    x1: at(4.6),
    y1,
    x2: at(13),
    y2,
    ...stroke,
  });
  const handle = (y: number): Vector => ({
    type: 'ellipse',
    x: at(3),
    y,
    r1: 1.9,
    r2: 1.9,
    lineColor: theme.muted,
  });
  return [
    handle(2),
    handle(7),
    blade(3, 6.4),
    blade(6, 2.6),
    {
      type: 'line',
      x1: isRightToLeft ? 0 : 17,
      y1: 4.5,
      x2: isRightToLeft ? width - 17 : width,
      y2: 4.5,
      ...stroke,
      dash: { length: 3, space: 3 },
    },
  ];
}

function composeReplySlip(
  block: Extract<Block, { type: 'replySlip' }>,
  setting: Setting,
): ContentNode {
  const part = inside({ ...setting, isKeptWhole: true }, 'Sect');
  const { theme } = setting;
  const cut = composeCutLine(block.cutText, part);
  const title: ContentNode[] = isEmptyText(block.title)
    ? []
    : [
        {
          text: runsOfText(block.title ?? ''),
          fontSize: theme.heading[2].size,
          bold: true,
          color: theme.accent,
          margin: [0, 4, 0, theme.heading[2].below],
          structure: partOf(part, 'H2'),
        },
      ];
  if (block.qr === undefined || block.qr.data === '') {
    return { stack: [...cut, ...title, ...composeBlocks(block.blocks, part)], unbreakable: true };
  }
  const gap = 18;
  const side = 86;
  const left = { ...part, width: setting.width - side - gap };
  const words: ContentNode = { stack: [...title, ...composeBlocks(block.blocks, left)] };
  const code = composeQr(block.qr, side, { ...part, width: side });
  const widths = mirrored([left.width, side], setting);
  const grid = gridOf(widths, [mirrored([words, code], setting)], { columnGap: gap });
  return { stack: [...cut, grid], unbreakable: true };
}

const longestQrBytes = 1_000;

function composeQr(code: QrCode, side: number, setting: Setting): ContentNode {
  const { theme } = setting;
  if (new TextEncoder().encode(code.data).length > longestQrBytes) {
    throw new TypesettingError('too_large', 'a QR code holds at most 1000 bytes');
  }
  const alignment = setting.isRightToLeft ? 'right' : 'left';
  const stack: ContentNode[] = [
    {
      qr: code.data,
      eccLevel: 'M',
      fit: side,
      foreground: theme.ink,
      alignment,
      structure: partOf(setting, 'Figure', { alt: code.alt ?? code.data }),
    },
  ];
  if (!isEmptyText(code.caption)) {
    stack.push({
      text: runsOfText(code.caption ?? ''),
      fontSize: theme.size.small,
      color: theme.muted,
      margin: [0, 3, 0, 0],
      structure: partOf(setting, 'P'),
    });
  }
  return { stack, unbreakable: true, margin: [0, 4, 0, theme.blockGap] };
}
