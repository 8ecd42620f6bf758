import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../../scripts/docs/build-site.ts';
import { plainText, readMarkdown } from '../../scripts/docs/read-markdown.ts';
import { textOf } from '../support/pdf-tools.ts';
import { projectFiles } from './source-files.ts';

const paths = projectFiles('README.md', 'docs/*.md')
  .map(({ path }) => path)
  .sort();
const site = await buildSite(paths);
const pages = [...site].flatMap(([address, content]) =>
  typeof content === 'string' && address.endsWith('.html') ? [{ address, html: content }] : [],
);

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Links and pictures of a page that lead nowhere inside the site. */
function brokenIn({ address, html }: { address: string; html: string }): string[] {
  const targets = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = '']) => unescaped(to));
  return targets.filter((to) => {
    if (/^https:/.test(to)) return false;
    const [file = '', anchor] = to.split('#');
    const at = file === '' ? address : posix.join(posix.dirname(address), file);
    const found = site.get(at);
    if (found === undefined) return true;
    return anchor !== undefined && !(typeof found === 'string' && found.includes(`id="${anchor}"`));
  });
}

describe('the documentation as a site', () => {
  test('has a page for each text, and every topic of the help in both languages', () => {
    expect(paths.length).toBeGreaterThan(40);
    for (const path of paths) expect(site.has(path.replace(/\.md$/, '.html')), path).toBe(true);
    const help = pages.filter(({ address }) => address.startsWith('help/'));
    expect(help.length).toBeGreaterThan(90);
    expect(help.filter(({ html }) => html.includes('[['))).toEqual([]);
  });

  test('leads nowhere that is not there, and loads nothing from a network', () => {
    const broken = pages.flatMap((page) => brokenIn(page).map((to) => `${page.address}: ${to}`));
    expect(broken).toEqual([]);
    // So that the rule above can fail.
    expect(brokenIn({ address: 'docs/x.html', html: '<a href="no.html">' })).toEqual(['no.html']);
    for (const { html } of pages)
      expect(html).not.toMatch(/<script|<link[^>]*https?:|src="https?:/);
  });

  test('can be reached from the first page by every text', () => {
    const seen = new Set(['index.html']);
    for (const address of seen) {
      const html = site.get(address);
      if (typeof html !== 'string') continue;
      for (const [, to = ''] of html.matchAll(/href="([^"#]+)/g)) {
        seen.add(posix.join(posix.dirname(address), to));
      }
    }
    expect(pages.map(({ address }) => address).filter((one) => !seen.has(one))).toEqual([]);
  });
});

test.each(['dpia', 'processing-register'])('%s is a document that says the same', (name) => {
  const bytes = site.get(`docs/privacy/${name}.docx`);
  if (!(bytes instanceof Uint8Array)) throw new Error('no document');
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  const text = unescaped(xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, ''));
  const [file] = projectFiles(`docs/privacy/${name}.md`);
  const blocks = readMarkdown(file?.text ?? '');
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const said = [...blocks.flatMap((block) => ('spans' in block ? [block.spans] : [])), ...cells];
  expect(said.length).toBeGreaterThan(80);
  for (const spans of said) expect(text).toContain(plainText(spans));
  const pdf = site.get(`docs/privacy/${name}.pdf`);
  if (!(pdf instanceof Uint8Array)) throw new Error('no PDF');
  const printed = textOf(pdf).replace(/\s+/g, ' ');
  for (const block of blocks) {
    if (block.kind === 'heading') expect(printed).toContain(plainText(block.spans));
  }
  expect(xml.match(/<w:tbl>/g)?.length).toBe(blocks.filter(({ kind }) => kind === 'table').length);
});

test('Markdown is read as it is written', () => {
  const text = [
    '# A **b** `c`',
    '',
    '1. one',
    '   goes on',
    '',
    '       code',
    '2. two',
    '   - inner',
    '',
    '| a | b \\| c |',
    '|---|---|',
    '| [x](y.md) | *z* |',
  ].join('\n');
  expect(readMarkdown(text)).toMatchObject([
    { kind: 'heading', level: 1 },
    {
      kind: 'list',
      isOrdered: true,
      items: [
        [{ kind: 'paragraph' }, { kind: 'code', text: 'code' }],
        [{ kind: 'paragraph' }, { kind: 'list', isOrdered: false }],
      ],
    },
    {
      kind: 'table',
      hasHead: true,
      rows: [
        [[{ text: 'a' }], [{ text: 'b | c' }]],
        [[{ to: 'y.md' }], [{ kind: 'italic' }]],
      ],
    },
  ]);
});
