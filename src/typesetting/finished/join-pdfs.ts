/**
 * Several finished documents as one, page for page as they were made: for a pile of letters to print. Their
 * structure trees stay, one after the other, so that the pile can be read aloud as each letter could.
 */

import { createHash } from 'node:crypto';
import { dictionaryAt, type PdfFile, type PdfObject, readPdf, writePdf } from './pdf-file.ts';
import {
  changed,
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfString,
  type PdfValue,
  unreadable,
} from './pdf-values.ts';

/** Where every document was filed as PDF/A, so is the pile. */
const filedKeys = ['OutputIntents', 'Metadata'];
/** Of the first document; the others say the same. */
const keptKeys = ['Type', 'Lang', 'MarkInfo', 'ViewerPreferences', ...filedKeys];

const pagesId = 1;
const structureId = 2;
const catalogId = 3;

interface Pile {
  objects: Map<number, PdfObject>;
  pages: PdfValue[];
  /** Pairs of a key of a page and the parts of the structure on it. */
  parents: PdfValue[];
  roots: PdfValue[];
  nextKey: number;
  catalog: PdfDictionary | undefined;
  info: PdfValue;
  isFiled: boolean;
}

/** Errors: bad_pdf, when there is none, or one was not made by this engine. */
export function joinPdfs(documents: readonly Uint8Array[]): Uint8Array {
  const pile: Pile = {
    objects: new Map(),
    pages: [],
    parents: [],
    roots: [],
    nextKey: 0,
    catalog: undefined,
    info: null,
    isFiled: true,
  };
  const fingerprint = createHash('md5');
  let last = catalogId;
  for (const bytes of documents) {
    fingerprint.update(bytes);
    last = addDocument(pile, readPdf(bytes), last);
  }
  const { catalog } = pile;
  if (catalog === undefined) throw unreadable();
  if (!pile.isFiled) for (const key of filedKeys) catalog.delete(key);
  const objects = new Map([...headOf(pile, catalog), ...pile.objects]);
  const id = new PdfString(fingerprint.digest());
  return writePdf({
    objects,
    trailer: new Map<string, PdfValue>([
      ['Root', new PdfReference(catalogId)],
      ['Info', pile.info],
      ['ID', [id, id]],
    ]),
  });
}

function addDocument(pile: Pile, file: PdfFile, last: number): number {
  const root = dictionaryAt(file, file.trailer, 'Root');
  const structure = dictionaryAt(file, root, 'StructTreeRoot');
  const mover = new Mover(file, pile, last);
  mover.lead(root.get('Pages'), pagesId);
  mover.lead(root.get('StructTreeRoot'), structureId);
  if (pile.catalog === undefined) {
    const kept = new Map([...root].filter(([key]) => keptKeys.includes(key)));
    pile.catalog = mover.move(kept) as PdfDictionary;
    pile.info = mover.move(file.trailer.get('Info') ?? null);
  }
  pile.isFiled &&= filedKeys.every((key) => root.has(key));
  pile.pages.push(...mover.moveAll(dictionaryAt(file, root, 'Pages').get('Kids')));
  pile.roots.push(...mover.moveAll(structure.get('K')));
  const parents = mover.moveAll(dictionaryAt(file, structure, 'ParentTree').get('Nums'));
  pile.parents.push(
    ...parents.map((part) => (typeof part === 'number' ? part + pile.nextKey : part)),
  );
  mover.finish();
  pile.nextKey += Number(structure.get('ParentTreeNextKey'));
  return mover.last;
}

function headOf(pile: Pile, catalog: PdfDictionary): [number, PdfObject][] {
  const dictionary = (entries: [string, PdfValue][]): PdfObject => ({ value: new Map(entries) });
  return [
    [
      pagesId,
      dictionary([
        ['Type', new PdfName('Pages')],
        ['Count', pile.pages.length],
        ['Kids', pile.pages],
      ]),
    ],
    [
      structureId,
      dictionary([
        ['Type', new PdfName('StructTreeRoot')],
        ['ParentTree', new Map([['Nums', pile.parents]])],
        ['ParentTreeNextKey', pile.nextKey],
        ['K', pile.roots],
      ]),
    ],
    [
      catalogId,
      dictionary([
        ...catalog,
        ['Pages', new PdfReference(pagesId)],
        ['StructTreeRoot', new PdfReference(structureId)],
      ]),
    ],
  ];
}

/** Takes over what is referred to, under numbers that are free in the pile. */
class Mover {
  readonly #file: PdfFile;
  readonly #pile: Pile;
  readonly #moved = new Map<number, number>();
  readonly #waiting: [from: number, to: number][] = [];
  last: number;

  constructor(file: PdfFile, pile: Pile, last: number) {
    this.#file = file;
    this.#pile = pile;
    this.last = last;
  }

  /** What refers to this object refers to another one in the pile. */
  lead(from: PdfValue | undefined, to: number): void {
    if (from instanceof PdfReference) this.#moved.set(from.id, to);
  }

  move(value: PdfValue): PdfValue {
    return changed(value, (part) =>
      part instanceof PdfReference ? new PdfReference(this.#numberOf(part.id)) : part,
    );
  }

  moveAll(values: PdfValue | undefined): PdfValue[] {
    if (!Array.isArray(values)) throw unreadable();
    return values.map((value) => this.move(value));
  }

  /** Copies all that was referred to, and what that refers to. */
  finish(): void {
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const [from, to] = next;
      const object = this.#file.objects.get(from);
      if (object === undefined) throw unreadable();
      const value = this.move(object.value);
      if (value instanceof Map) {
        const key = value.get('StructParents');
        if (typeof key === 'number') value.set('StructParents', key + this.#pile.nextKey);
      }
      this.#pile.objects.set(to, { ...object, value });
    }
  }

  #numberOf(id: number): number {
    const known = this.#moved.get(id);
    if (known !== undefined) return known;
    this.last += 1;
    this.#moved.set(id, this.last);
    this.#waiting.push([id, this.last]);
    return this.last;
  }
}
