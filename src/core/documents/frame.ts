import type { AssociationDetails } from '#domain/casework/association.ts';
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { letterheadOf } from './letterhead.ts';
import type { Texts } from './texts.ts';

interface Frame {
  /** Of the base text. */
  language: string;
  /** What the document is, never whom it is about. */
  title: string;
  /** Absent where a paper should not say which association it comes from. */
  association?: AssociationDetails;
  texts: Texts;
  /** One a language, with `{page}` and `{pages}`. */
  pageNumbers?: string[];
  /** Stands at the foot of each page: a case number, a code, a version. */
  foot?: (string | undefined)[];
  isDemo?: boolean;
  watermark?: string | undefined;
  isLarge?: boolean;
}

/** What all documents of the association have around their contents. */
export function framed(frame: Frame, blocks: Block[]): TypesetDocument {
  const { language, title, association, texts, pageNumbers, foot = [], watermark } = frame;
  const parts = [...foot, frame.isDemo ? texts.say('demoFooter') : undefined].filter(Boolean);
  return {
    language,
    title,
    ...(association ? { letterhead: letterheadOf(association, texts) } : {}),
    ...(watermark ? { watermark } : {}),
    ...(frame.isLarge ? { textSize: 'large' as const } : {}),
    // A page with one signature on it is lost, or signed without the rest.
    closesUp: true,
    footer: { text: parts.join(' · '), pageNumber: pageNumbers ?? [texts.say('page')] },
    blocks,
  };
}
