/*
 * A DOCX of one Markdown page: a zip of XML (ECMA-376), as little of it as Word and LibreOffice need. What an association
 * fills in and signs must open in what it has and be changed there, so there is nothing in it but text, headings,
 * lists and tables. Dates in the zip stand still: the same text makes the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import { escaped } from './escape.ts';
import { type Block, plainText, type Span } from './read-markdown.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Twentieths of a point; A4 with margins of 2 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const INNER = PAGE.width - 2 * PAGE.margin;

const run = (text: string, marks: string) =>
  `<w:r>${marks && `<w:rPr>${marks}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

function runs(spans: readonly Span[], marks = ''): string {
  return spans
    .map((span) => {
      if (span.kind === 'text') return run(span.text, marks);
      if (span.kind === 'code') {
        return run(span.text, `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>${marks}`);
      }
      if (span.kind === 'bold') return runs(span.spans, `${marks}<w:b/>`);
      if (span.kind === 'italic') return runs(span.spans, `${marks}<w:i/>`);
      return run(plainText([span]), marks);
    })
    .join('');
}

const paragraph = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

function row(cells: readonly Span[][], widths: readonly number[], isHead: boolean): string {
  const drawn = cells.map(
    (cell, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${isHead ? '<w:shd w:val="clear" w:fill="E4F1EC"/>' : ''}</w:tcPr>` +
      `${paragraph(runs(cell, isHead ? '<w:b/>' : ''), '<w:pStyle w:val="Cell"/>')}</w:tc>`,
  );
  const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
  return `<w:tr>${properties}${drawn.join('')}</w:tr>`;
}

/** Room for the longest word of a narrow column. */
const NARROWEST = 900;

/** Columns as wide as what stands in them, in measure. */
function widthsOf(rows: readonly Span[][][]): number[] {
  const weights = (rows[0] ?? []).map((_, at) => {
    const longest = Math.max(...rows.map((cells) => plainText(cells[at] ?? []).length));
    return Math.min(Math.max(longest, 4), 80);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const room = INNER - weights.length * NARROWEST;
  return weights.map((weight) => NARROWEST + Math.floor((weight / sum) * room));
}

function table(rows: Span[][][], hasHead: boolean): string {
  const widths = widthsOf(rows);
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="9AA8AF"/>`);
  const cells = widths.map((_, at) => at);
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${INNER}" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/></w:tblPr>' +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows
      .map((one, at) =>
        row(
          cells.map((cell) => one[cell] ?? []),
          widths,
          hasHead && at === 0,
        ),
      )
      .join('')}</w:tbl>` +
    paragraph('', '<w:pStyle w:val="Cell"/>')
  );
}

/** Each ordered list counts from one: it has a number of its own in `numbering.xml`. */
class Body {
  orderedCount = 0;

  blocks(blocks: readonly Block[], depth = 0): string {
    return blocks.map((block) => this.block(block, depth)).join('');
  }

  private block(block: Block, depth: number): string {
    switch (block.kind) {
      case 'heading':
        return paragraph(runs(block.spans), `<w:pStyle w:val="Heading${block.level}"/>`);
      case 'quote':
        return paragraph(runs(block.spans), '<w:pStyle w:val="Quote"/>');
      case 'paragraph':
        return paragraph(runs(block.spans), depth > 0 ? `<w:ind w:left="${depth * 425}"/>` : '');
      case 'table':
        return table(block.rows, block.hasHead);
      case 'code':
        return block.text
          .split('\n')
          .map((line) => paragraph(run(line, '')))
          .join('');
      case 'list':
        return this.list(block.items, block.isOrdered, depth);
    }
  }

  private list(items: readonly Block[][], isOrdered: boolean, depth: number): string {
    const number = isOrdered ? 2 + this.orderedCount++ : 1;
    const properties = `<w:pStyle w:val="Item"/><w:numPr><w:ilvl w:val="${Math.min(depth, 1)}"/><w:numId w:val="${number}"/></w:numPr>`;
    return items
      .map(([first, ...rest]) => {
        const spans = first && 'spans' in first ? first.spans : [];
        return paragraph(runs(spans), properties) + this.blocks(rest, depth + 1);
      })
      .join('');
  }
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>` +
  `<w:pPr><w:ind w:left="${425 * (at + 1)}" w:hanging="425"/></w:pPr></w:lvl>`;

function numbering(orderedCount: number): string {
  const bullets = `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '•')}${level(1, 'bullet', '–')}</w:abstractNum>`;
  const counted = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>`;
  const restart = [0, 1]
    .map((at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="1"/></w:lvlOverride>`)
    .join('');
  const ordered = Array.from(
    { length: orderedCount },
    (_, at) => `<w:num w:numId="${at + 2}"><w:abstractNumId w:val="1"/>${restart}</w:num>`,
  );
  return `${HEAD}<w:numbering ${W}>${bullets}${counted}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${ordered.join('')}</w:numbering>`;
}

const style = (id: string, name: string, spacing: string, marks: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}` +
  `<w:pPr>${spacing}${more}</w:pPr><w:rPr>${marks}</w:rPr></w:style>`;

const heading = (at: number, size: number) =>
  style(
    `Heading${at}`,
    `heading ${at}`,
    `<w:keepNext/><w:spacing w:before="${360 - at * 60}" w:after="100"/>`,
    `<w:b/><w:color w:val="1F4F45"/><w:sz w:val="${size}"/>`,
    `<w:outlineLvl w:val="${at - 1}"/>`,
  );

const styles = (language: string) =>
  `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>` +
  `<w:sz w:val="21"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style('Normal', 'Normal', '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>', ''),
    heading(1, 36),
    heading(2, 27),
    heading(3, 23),
    heading(4, 21),
    style(
      'Cell',
      'Cell',
      '<w:spacing w:before="30" w:after="30" w:line="250" w:lineRule="auto"/>',
      '<w:sz w:val="19"/>',
    ),
    style('Item', 'Item', '<w:spacing w:after="60"/>', ''),
    style(
      'Quote',
      'Quote',
      '<w:spacing w:after="120"/><w:ind w:left="425" w:right="425"/>',
      '<w:i/><w:color w:val="44545C"/>',
    ),
  ].join('')}</w:styles>`;

/** The bytes of the document; `language` as in `it-IT`, for the spelling checker. */
export function writeDocx(blocks: readonly Block[], language: string): Uint8Array {
  const body = new Body();
  const content = body.blocks(blocks);
  const { width, height, margin } = PAGE;
  const section = `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>`;
  const types = ['document.main', 'styles', 'numbering'].map(
    (part) =>
      `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="${TYPE}.${part}+xml"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const relations = (...all: string[]) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const files = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${content}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(
      relation('rId1', 'styles', 'styles.xml'),
      relation('rId2', 'numbering', 'numbering.xml'),
    ),
    'word/styles.xml': styles(language),
    'word/numbering.xml': numbering(body.orderedCount),
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(bytes), { mtime: '1980-01-01' });
}
