import { posix } from 'node:path';
import { escaped } from './escape.ts';
import { type Block, plainText, type Span } from './read-markdown.ts';

/** Where a heading can be linked to, as GitHub does it. */
const anchorOf = (spans: readonly Span[]) =>
  plainText(spans)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** A page of the tree as a page of the site; everything else keeps its name. */
export const pageAddress = (to: string) =>
  /^[a-z]+:/.test(to)
    ? to
    : to
        .replace(/\.md(?=#|$)/, '.html')
        .replace(/^((?:\.\.?\/)*[\w-]+(?:\/[\w-]+)*)\/$/, '$1/README.html');

function span(one: Span): string {
  switch (one.kind) {
    case 'text':
      return escaped(one.text);
    case 'code':
      return `<code>${escaped(one.text)}</code>`;
    case 'bold':
      return `<strong>${inline(one.spans)}</strong>`;
    case 'italic':
      return `<em>${inline(one.spans)}</em>`;
    case 'link':
      return `<a href="${escaped(pageAddress(one.to))}">${inline(one.spans)}</a>`;
    case 'picture':
      return `<img src="${escaped(one.from)}" alt="${escaped(one.text)}">`;
  }
}

const inline = (spans: readonly Span[]): string => spans.map(span).join('');

function table(rows: Span[][][], hasHead: boolean): string {
  const cells = (row: Span[][], tag: string) =>
    row.map((cell) => `<${tag}>${inline(cell)}</${tag}>`).join('');
  const [head = []] = rows;
  const lines = rows.slice(hasHead ? 1 : 0).map((row) => `<tr>${cells(row, 'td')}</tr>`);
  const top = hasHead ? `<thead><tr>${cells(head, 'th')}</tr></thead>` : '';
  return `<div class="wide" tabindex="0"><table>${top}<tbody>${lines.join('')}</tbody></table></div>`;
}

function list(items: readonly Block[][], isOrdered: boolean): string {
  const drawn = items.map(([first, ...rest]) => {
    const head = first?.kind === 'paragraph' ? inline(first.spans) : first ? block(first) : '';
    return `<li>${head}${rest.map(block).join('')}</li>`;
  });
  const tag = isOrdered ? 'ol' : 'ul';
  return `<${tag}>${drawn.join('')}</${tag}>`;
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level} id="${escaped(anchorOf(one.spans))}">${inline(one.spans)}</h${one.level}>`;
    case 'paragraph':
      return `<p>${inline(one.spans)}</p>`;
    case 'quote':
      return `<blockquote><p>${inline(one.spans)}</p></blockquote>`;
    case 'code':
      return `<pre tabindex="0"><code>${escaped(one.text)}</code></pre>`;
    case 'table':
      return table(one.rows, one.hasHead);
    case 'list':
      return list(one.items, one.isOrdered);
  }
}

export const writeHtml = (blocks: readonly Block[]) => blocks.map(block).join('\n');

interface Page {
  /** Address inside the site, as `docs/how-to/letter.html`. */
  address: string;
  language: string;
  title: string;
  body: string;
}

/** A whole page: no script, no address outside, colours as the computer has them. */
export function wholePage({ address, language, title, body }: Page): string {
  const to = (target: string) => escaped(posix.relative(posix.dirname(address), target));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} – Approdo</title>
<link rel="stylesheet" href="${to('style.css')}">
</head>
<body>
<header><nav><a href="${to('index.html')}">Approdo</a> <a href="${to('help/it/index.html')}" lang="it">Aiuto</a> <a href="${to('help/en/index.html')}" lang="en">Help</a> <a href="${to('docs/guide-coordinators.html')}" lang="it">Guida per chi coordina</a></nav></header>
<main>
${body}
</main>
</body>
</html>
`;
}
