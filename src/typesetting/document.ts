/**
 * What can be typeset: a document as a list of blocks in reading order, in one base language.
 * The engine decides fonts, shaping, line order and page breaks; callers say only what a thing is.
 */

export interface TypesetDocument {
  /** BCP 47 tag of the base text, for example `it`, `ar`, `prs`, `ckb`. It decides the direction. */
  language: string;
  letterhead?: Letterhead;
  /** Large, light words behind the text of every page, for example `BOZZA`. */
  watermark?: string;
  footer?: Footer;
  blocks: Block[];
}

export interface Letterhead {
  name: string;
  lines: string[];
  logo?: { format: 'png' | 'svg'; bytes: Uint8Array };
}

export interface Footer {
  /** Small line at the start of every page foot, for example a document code. */
  text?: string;
  /** One template a language with `{page}` and `{pages}`, for example `Pagina {page} di {pages}`. */
  pageNumber?: string[];
}

/** A piece of a line. `isolate` keeps a left-to-right value (phone, e-mail, code) whole. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  isolate?: 'ltr';
  language?: string;
}

export type Text = string | Run[];

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: Text }
  | {
      type: 'paragraph';
      text: Text;
      style?: 'body' | 'small' | 'quote' | 'lead';
      align?: 'start' | 'end' | 'center' | 'justify';
      language?: string;
    }
  | { type: 'list'; ordered: boolean; items: Text[] }
  | { type: 'checklist'; items: { checked: boolean; text: Text }[] }
  /** Label and value pairs, aligned in one or two columns of pairs. */
  | { type: 'facts'; columns: 1 | 2; rows: { label: Text; value: Text }[] }
  | {
      type: 'table';
      columns: TableColumn[];
      rows: Text[][];
      headerRows?: 0 | 1;
      caption?: Text;
      /** To be copied by hand, character by character. */
      isLarge?: boolean;
    }
  /** Address block set against the far margin, as on a letter. */
  | { type: 'address'; lines: Text[] }
  /** Places to sign; never split over two pages. */
  | { type: 'signatures'; placeAndDate?: Text; fields: SignatureField[] }
  /** Two texts beside each other, block by block at the same height; one language a side. */
  | {
      type: 'sideBySide';
      start: Block[];
      end: Block[];
      startLanguage?: string;
      endLanguage?: string;
    }
  | { type: 'box'; title?: Text; blocks: Block[] }
  | { type: 'keepTogether'; blocks: Block[] }
  /** Blank lines to be filled in by hand after a label. */
  | { type: 'blanks'; rows: { label: Text; lines?: number }[] }
  | { type: 'cutLine'; text?: Text }
  | { type: 'rule' }
  | { type: 'space'; points: number }
  | { type: 'qr'; data: string; sizePoints?: number; caption?: Text }
  | { type: 'image'; format: 'png' | 'svg'; bytes: Uint8Array; widthPoints: number; alt: string }
  | { type: 'pageBreak' };

interface TableColumn {
  header: Text;
  /** Share of the width; columns without one share the rest evenly. */
  width?: number;
  align?: 'start' | 'end' | 'center';
}

export interface SignatureField {
  role: Text;
  name?: Text;
}

export interface TypesetResult {
  bytes: Uint8Array;
  pageCount: number;
  /** Characters that no bundled font has, each once: the caller warns before printing. */
  missingCharacters: string[];
}
