import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { objectsOf } from './pdf-tools.ts';

/** An element of the structure tree with the text that is drawn for it. */
export interface TaggedElement {
  role: string;
  language?: string;
  alt?: string;
  actualText?: string;
  scope?: string;
  text: string;
  children: TaggedElement[];
}

type Json = Record<string, unknown>;

/** The structure tree as a screen reader walks it: from the catalogue, with marked text beside it. */
export async function structureOf(bytes: Uint8Array): Promise<TaggedElement> {
  const objects = objectsOf(bytes);
  const texts = await markedTextsOf(bytes);
  const at = (value: unknown): Json | undefined => {
    if (typeof value !== 'string' || !/^\d+ 0 R$/.test(value)) return value as Json;
    return objects[`obj:${value}`]?.value as Json | undefined;
  };
  const string = (value: unknown) => {
    const found = at(value) as unknown;
    return typeof found === 'string' ? found.replace(/^u:/, '') : undefined;
  };
  const walk = (reference: unknown): TaggedElement => {
    const element = at(reference) ?? {};
    const kids = ([] as unknown[]).concat(at(element['/K']) ?? []);
    const children: TaggedElement[] = [];
    let text = '';
    for (const kid of kids) {
      const inner = typeof kid === 'number' ? undefined : at(kid);
      const isMarked = typeof kid === 'number' || inner?.['/Type'] === '/MCR';
      if (isMarked) {
        const page = inner?.['/Pg'] ?? element['/Pg'];
        const key = `${String(page).split(' ')[0]}:${inner?.['/MCID'] ?? kid}`;
        const marked = texts.get(key);
        if (marked === undefined) throw new Error(`nothing is drawn as ${key}`);
        // The reader puts spaces of its own where text moves to another place.
        text += marked.trim();
        texts.delete(key);
      } else {
        children.push(walk(kid));
      }
    }
    const attributes = at(element['/A']);
    return {
      role: String(element['/S']).slice(1),
      text,
      children,
      ...optional('language', string(element['/Lang'])),
      ...optional('alt', string(element['/Alt'])),
      ...optional('actualText', string(element['/ActualText'])),
      ...optional('scope', string(attributes?.['/Scope'])?.slice(1)),
    };
  };
  const catalogue = Object.values(objects)
    .map(({ value }) => value as Json | undefined)
    .find((value) => value?.['/Type'] === '/Catalog');
  const root = at(catalogue?.['/StructTreeRoot']);
  const tree = walk(([] as unknown[]).concat(at(root?.['/K']) ?? [])[0]);
  if (texts.size > 0) throw new Error(`not in the tree: ${[...texts.keys()].join()}`);
  return tree;
}

function optional<Key extends string>(key: Key, value: string | undefined) {
  return value === undefined ? {} : { [key]: value };
}

/** By object number of the page and MCID. */
async function markedTextsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const texts = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const key = open.findLast((one) => one !== undefined);
        if (key !== undefined) texts.set(key, (texts.get(key) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') {
        open.pop();
      } else {
        const [, pageNumber, mcid] = /^p(\d+)R_mc(\d+)$/.exec(item.id ?? '') ?? [];
        const key = mcid === undefined ? undefined : `${pageNumber}:${mcid}`;
        if (key !== undefined && !texts.has(key)) texts.set(key, '');
        open.push(key);
      }
    }
  }
  await document.cleanup();
  return texts;
}

export function elementsOf(element: TaggedElement, role: string): TaggedElement[] {
  const own = element.role === role ? [element] : [];
  return [...own, ...element.children.flatMap((child) => elementsOf(child, role))];
}

/** What the element and all in it say, in the order in which they are read. */
export function readAloud(element: TaggedElement): string {
  if (element.actualText !== undefined) return element.actualText;
  return [element.text, ...element.children.map(readAloud)].filter(Boolean).join(' | ');
}
