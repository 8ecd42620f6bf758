import { checkPng } from './check-png.ts';
import { composeBlocks } from './compose-blocks.ts';
import { gridOf } from './compose-tables.ts';
import { type ContentNode, isEmptyText, ruleOf, runsOfText } from './content-node.ts';
import type { Footer, Letterhead, TypesetDocument } from './document.ts';
import { sanitiseSvg } from './sanitise-svg.ts';
import { inLanguage, mirrored, partOf, type Setting } from './setting.ts';
import { type StructureElement, structureRoot } from './structure.ts';
import { type Closeness, contentWidth, page, themeOf } from './theme.ts';

export interface ComposedDocument {
  content: ContentNode;
  footer: (page: number, pages: number) => ContentNode;
  images: Record<string, string>;
  defaultStyle: Record<string, unknown>;
  structure: StructureElement;
}

export function composeDocument(
  document: TypesetDocument,
  closeness: Closeness = 0,
): ComposedDocument {
  const images: Record<string, string> = {};
  const { accent, textSize } = document;
  const theme = themeOf({ accent, textSize, closeness });
  const structure = structureRoot(document.language);
  const base: Setting = {
    language: document.language,
    isRightToLeft: false,
    width: contentWidth,
    theme,
    structure,
    picture({ format, bytes }, fit) {
      if (format === 'svg') return { svg: sanitiseSvg(bytes), fit };
      const checked = checkPng(bytes);
      const name = `picture${Object.keys(images).length}`;
      images[name] = `data:image/png;base64,${Buffer.from(checked.bytes).toString('base64')}`;
      return { image: name, fit };
    },
  };
  const setting = inLanguage(base, document.language);
  const head =
    document.letterhead === undefined ? [] : composeLetterhead(document.letterhead, setting);
  return {
    content: { stack: [...head, ...composeBlocks(document.blocks, setting)] },
    footer: (number, count) => composeFooter(document.footer ?? {}, setting, number, count),
    images,
    structure,
    defaultStyle: {
      font: 'NotoSans',
      language: document.language,
      fontSize: theme.size.body,
      color: theme.ink,
    },
  };
}

function composeLetterhead(letterhead: Letterhead, setting: Setting): ContentNode[] {
  const { theme } = setting;
  const words: ContentNode = {
    stack: [
      ...(isEmptyText(letterhead.name)
        ? []
        : [
            {
              text: runsOfText(letterhead.name),
              fontSize: theme.size.letterhead,
              bold: true,
              color: theme.accent,
              structure: partOf(setting, 'P'),
            },
          ]),
      ...letterhead.lines.map((line) => ({
        text: runsOfText(line),
        fontSize: theme.size.small,
        color: theme.muted,
        structure: partOf(setting, 'P'),
      })),
    ],
  };
  const rule: ContentNode = {
    canvas: [ruleOf(setting.width, 1.2, theme.accent)],
    margin: [0, 7, 0, 2 * theme.blockGap],
  };
  if (letterhead.logo === undefined) return [words, rule];
  const logoWidth = 76;
  const gap = 14;
  const logo: ContentNode = {
    ...setting.picture(letterhead.logo, [logoWidth, 52]),
    alignment: setting.isRightToLeft ? 'right' : 'left',
  };
  const widths = mirrored([logoWidth, setting.width - logoWidth - gap], setting);
  return [gridOf(widths, [mirrored([logo, words], setting)], { columnGap: gap }), rule];
}

/** Without structure: it repeats on each page and belongs to none of the document's parts. */
function composeFooter(
  footer: Footer,
  setting: Setting,
  number: number,
  count: number,
): ContentNode {
  const { theme } = setting;
  const numbers = (footer.pageNumber ?? []).map((template) =>
    template.replaceAll('{page}', String(number)).replaceAll('{pages}', String(count)),
  );
  // Each template is a sentence of its own language and takes its own direction.
  const pageNumber = numbers.map((words) => `\u2068${words}\u2069`).join('  \u00b7  ');
  const start: ContentNode = { text: runsOfText(footer.text ?? '') };
  const end: ContentNode = {
    text: runsOfText(pageNumber),
    alignment: setting.isRightToLeft ? 'left' : 'right',
  };
  const widths = mirrored([setting.width * 0.55, setting.width * 0.45], setting);
  const isEmpty = isEmptyText(footer.text) && numbers.length === 0;
  const words = gridOf(widths, [mirrored([start, end], setting)]);
  const rule: ContentNode = {
    canvas: [ruleOf(setting.width, 0.5, theme.hairline)],
    margin: [0, 0, 0, 4],
  };
  return {
    stack: isEmpty ? [] : [rule, words],
    fontSize: theme.size.footer,
    color: theme.muted,
    margin: [page.start, 14, page.end, 0],
  };
}
