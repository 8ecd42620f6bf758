import type { IconName } from './icons.ts';

/**
 * What can be typeset: a document as a list of blocks in reading order, in one base language.
 * The engine decides fonts, shaping, line order and page breaks; callers say only what a thing is.
 */

export interface TypesetDocument {
  /** BCP 47 tag of the base text, for example `it`, `ar`, `prs`, `ckb`. It decides the direction. */
  language: string;
  /** What the document is, never whom it is about: readers show it in the window's frame. */
  title?: string;
  /** Colour of headings and lines as `#RRGGBB`; darkened where it could not be read on white. */
  accent?: string;
  /** `large` for people who read with difficulty: everything but the page foot is 1.4 times as big. */
  textSize?: 'normal' | 'large';
  /** Sets everything a little closer where that saves a last page with next to nothing on it. */
  closesUp?: boolean;
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
  /** Blocks in another language than what is around them, for example a notice in Arabic. */
  | { type: 'section'; language: string; blocks: Block[] }
  /** Blocks beside each other, independent of one another; shares of the width, even if absent. */
  | { type: 'columns'; columns: { width?: number; blocks: Block[] }[] }
  | { type: 'box'; title?: Text; blocks: Block[] }
  | { type: 'keepTogether'; blocks: Block[] }
  /** Blank lines to be filled in by hand after a label. */
  | { type: 'blanks'; rows: { label: Text; lines?: number }[] }
  | { type: 'cutLine'; text?: Text }
  /** To be torn off and sent back: a cut line, blocks, and a code beside them; never split. */
  | { type: 'replySlip'; cutText?: Text; title?: Text; blocks: Block[]; qr?: QrCode }
  | { type: 'rule' }
  | { type: 'space'; points: number }
  | ({ type: 'qr'; sizePoints?: number } & QrCode)
  /** Bars from nought to `max` with their numbers; `earlier` is marked for comparison. */
  | {
      type: 'chart';
      max: number;
      rows: ChartRow[];
      caption?: Text;
      /** Names of the two marks, needed when a row has an earlier value. */
      legend?: { value: Text; earlier: Text };
    }
  /** A sign beside each text; in large type, for readers who read little. */
  | { type: 'iconList'; items: { icon: IconName; title?: Text; text?: Text }[] }
  | { type: 'image'; format: 'png' | 'svg'; bytes: Uint8Array; widthPoints: number; alt: string }
  | { type: 'pageBreak' };

export interface QrCode {
  data: string;
  caption?: Text;
  /** For those who cannot see it; without one, the data themselves. */
  alt?: string;
}

export interface ChartRow {
  label: Text;
  /** Absent where nothing is known. */
  value?: number;
  earlier?: number;
  /** What is written beside the bar; without it, `value/max`. */
  valueText?: Text;
}

interface TableColumn {
  header: Text;
  /** Of the column's cells, where it is another than the document's. */
  language?: string;
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
