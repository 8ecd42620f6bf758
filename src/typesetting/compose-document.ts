import { checkPng } from './check-png.ts';
import { composeBlocks, inLanguage, type Setting } from './compose-blocks.ts';
import { gridOf, mirrored } from './compose-tables.ts';
import { type ContentNode, isEmptyText, ruleOf, runsOfText } from './content-node.ts';
import type { Footer, Letterhead, TypesetDocument } from './document.ts';
import { sanitiseSvg } from './sanitise-svg.ts';
import { contentWidth, theme } from './theme.ts';

export interface ComposedDocument {
  content: ContentNode;
  footer: (page: number, pages: number) => ContentNode;
  images: Record<string, string>;
  defaultStyle: Record<string, unknown>;
}

export function composeDocument(document: TypesetDocument): ComposedDocument {
  const images: Record<string, string> = {};
  const base: Setting = {
    language: document.language,
    isRightToLeft: false,
    width: contentWidth,
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
    footer: (page, pages) => composeFooter(document.footer ?? {}, setting, page, pages),
    images,
    defaultStyle: {
      font: 'NotoSans',
      language: document.language,
      fontSize: theme.size.body,
      color: theme.ink,
    },
  };
}

function composeLetterhead(letterhead: Letterhead, setting: Setting): ContentNode[] {
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
            },
          ]),
      ...letterhead.lines.map((line) => ({
        text: runsOfText(line),
        fontSize: theme.size.small,
        color: theme.muted,
      })),
    ],
  };
  const rule: ContentNode = {
    canvas: [ruleOf(setting.width, 1.2, theme.accent)],
    margin: [0, 7, 0, 16],
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

function composeFooter(footer: Footer, setting: Setting, page: number, pages: number): ContentNode {
  const numbers = (footer.pageNumber ?? []).map((template) =>
    template.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages)),
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
    margin: [theme.page.start, 14, theme.page.end, 0],
  };
}
