/*
 * The help of the program, the guides and the documentation as a folder of plain pages, for whoever wants to read them
 * outside the program, print them or hand them on. Made of the same texts: nothing is written twice.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HelpBook, type HelpTopic, helpBook } from '#domain/help/help-book.ts';
import { projectDir } from '../build-if-needed.ts';
import { escaped } from './escape.ts';
import { type Block, plainText, readMarkdown, type Span } from './read-markdown.ts';
import { writeDocx } from './write-docx.ts';
import { pageAddress, wholePage, writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';

/** Content by address inside the site. */
export type Site = Map<string, string | Uint8Array>;

/** Pages that an association fills in: to be had as a document too. */
const FORMS = 'docs/privacy/';
const ITALIAN = ['docs/guide-coordinators.md'];
const here = dirname(fileURLToPath(import.meta.url));

const languageOf = (path: string) =>
  path.startsWith(FORMS) || ITALIAN.includes(path) ? 'it' : 'en';

function titleOf(blocks: readonly Block[], path: string): string {
  const [first] = blocks;
  return first?.kind === 'heading' ? plainText(first.spans) : path;
}

function linksOf(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => [
    ...(span.kind === 'link' ? [span.to] : []),
    ...(span.kind === 'picture' ? [span.from] : []),
    ...('spans' in span ? linksOf(span.spans) : []),
  ]);
}

function linksIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if ('spans' in block) return linksOf(block.spans);
    if (block.kind === 'list') return block.items.flatMap(linksIn);
    return block.kind === 'table' ? block.rows.flat().flatMap(linksOf) : [];
  });
}

/** One page of the tree, and the files beside it that it shows or points to. */
async function addPage(site: Site, path: string): Promise<void> {
  const blocks = readMarkdown(readFileSync(join(projectDir, path), 'utf8'));
  const address = pageAddress(path);
  const isForm = path.startsWith(FORMS);
  const name = posix.basename(path).replace(/\.md$/, '');
  const note = `<p><a href="${name}.docx">Da compilare (DOCX)</a> · <a href="${name}.pdf">Da leggere (PDF)</a></p>\n`;
  const body = (isForm ? note : '') + writeHtml(blocks);
  site.set(
    address,
    wholePage({ address, language: languageOf(path), title: titleOf(blocks, path), body }),
  );
  if (isForm) {
    site.set(path.replace(/\.md$/, '.docx'), writeDocx(blocks, 'it-IT'));
    site.set(path.replace(/\.md$/, '.pdf'), (await writePdf(blocks, 'it')).bytes);
  }
  for (const link of linksIn(blocks)) {
    const [target = ''] = link.split('#');
    if (target === '' || /^[a-z]+:|\.md$|\/$/.test(target)) continue;
    const file = posix.join(posix.dirname(path), target);
    site.set(file, new Uint8Array(readFileSync(join(projectDir, file))));
  }
}

/** The words a button bears, from the texts of the program. */
function wordsAt(language: string, key: string): string {
  const [namespace = '', path = ''] = key.split(':');
  const file = join(projectDir, 'locales', language, `${namespace}.json`);
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const part of path.split('.')) value = (value as Record<string, unknown>)?.[part];
  if (typeof value !== 'string') throw new Error(`the help names ${key}, which says nothing`);
  return value;
}

function helpText(text: string, language: string): string {
  return text
    .split(/(\[\[[^\]]+\]\])/)
    .map((part) => {
      const key = /^\[\[(.+)\]\]$/.exec(part)?.[1];
      return key ? `<strong>${escaped(wordsAt(language, key))}</strong>` : escaped(part);
    })
    .join('');
}

function helpTopicBody({ title, lead, steps, notes }: HelpTopic, language: string): string {
  const items = (texts: readonly string[]) =>
    texts.map((text) => `<li>${helpText(text, language)}</li>`).join('');
  return [
    `<h1>${escaped(title)}</h1>`,
    `<p class="lead">${helpText(lead, language)}</p>`,
    steps.length > 0 ? `<ol>${items(steps)}</ol>` : '',
    notes.length > 0 ? `<ul>${items(notes)}</ul>` : '',
  ].join('\n');
}

function addHelp(site: Site, language: 'it' | 'en'): HelpBook {
  const path = join(projectDir, 'resources/help', `${language}.json`);
  const book = helpBook.parse(JSON.parse(readFileSync(path, 'utf8')));
  const title = language === 'it' ? 'Aiuto' : 'Help';
  const groups = book.groups.map((group) => {
    const topics = group.topics.map(
      ({ id, title: name }) => `<li><a href="${id}.html">${escaped(name)}</a></li>`,
    );
    return `<h2>${escaped(group.title)}</h2>\n<ul>${topics.join('')}</ul>`;
  });
  const address = `help/${language}/index.html`;
  const body = `<h1>${title}</h1>\n${groups.join('\n')}`;
  site.set(address, wholePage({ address, language, title, body }));
  for (const topic of book.groups.flatMap(({ topics }) => topics)) {
    const at = `help/${language}/${topic.id}.html`;
    const text = helpTopicBody(topic, language);
    site.set(at, wholePage({ address: at, language, title: topic.title, body: text }));
  }
  return book;
}

function frontPage(site: Site, paths: readonly string[]): void {
  const entries = paths.map((path) => {
    const title = titleOf(readMarkdown(readFileSync(join(projectDir, path), 'utf8')), path);
    const language = languageOf(path);
    const lang = language === 'en' ? '' : ` lang="${language}"`;
    return { path, line: `<li><a href="${pageAddress(path)}"${lang}>${escaped(title)}</a></li>` };
  });
  const part = (title: string, isPart: (path: string) => boolean) =>
    `<h2>${title}</h2>\n<ul>${entries
      .filter(({ path }) => isPart(path))
      .map(({ line }) => line)
      .join('')}</ul>`;
  const isOther = (path: string) => !/^docs\/(how-to|decisions|privacy)\//.test(path);
  const body = [
    '<h1>Approdo</h1>',
    '<p class="lead"><a href="help/it/index.html" lang="it">Aiuto in italiano</a> · <a href="help/en/index.html">Help in English</a></p>',
    part('Guides and reference', (path) => isOther(path)),
    part('How to add', (path) => path.startsWith('docs/how-to/')),
    part('Data protection', (path) => path.startsWith(FORMS)),
    part('Decisions', (path) => path.startsWith('docs/decisions/')),
  ].join('\n');
  site.set(
    'index.html',
    wholePage({ address: 'index.html', language: 'en', title: 'Documentation', body }),
  );
}

/** The whole site; `paths` are the Markdown files of the tree, relative to it. */
export async function buildSite(paths: readonly string[]): Promise<Site> {
  const site: Site = new Map();
  for (const path of paths) await addPage(site, path);
  addHelp(site, 'it');
  addHelp(site, 'en');
  frontPage(site, paths);
  site.set('style.css', readFileSync(join(here, 'style.css'), 'utf8'));
  return site;
}
