import type { AssociationDetails } from '#domain/casework/association.ts';
import type { Block, SignatureField, Text } from '#typesetting/document.ts';
import { framed } from './frame.ts';
import type { Texts } from './texts.ts';
import { beside, label, pageNumbers, type Voice } from './voice.ts';

/** What a document in the person's language is made with. */
export interface DocumentSetting {
  association: AssociationDetails;
  voice: Voice;
  /** The program's Italian, for what is printed in Italian alone. */
  texts: Texts;
  isDemo: boolean;
}

/** A document with its title in each language: every form, and the paper at the end of a plan. */
export function titledDocument(
  { association, voice, texts, isDemo }: DocumentSetting,
  { title, foot = [], isLarge = false }: { title: string; foot?: string[]; isLarge?: boolean },
  blocks: Block[],
) {
  const [words] = voice;
  return framed(
    {
      language: words.language,
      title: words.say(title),
      association,
      texts,
      pageNumbers: pageNumbers(voice),
      foot,
      isDemo,
      isLarge,
    },
    [...beside(voice, (one) => [{ type: 'heading', level: 1, text: one.say(title) }]), ...blocks],
  );
}

export type FactRow = [key: string, value: Text | undefined | '' | false];

export function facts(voice: Voice, rows: FactRow[], columns: 1 | 2 = 1): Block {
  return {
    type: 'facts',
    columns,
    rows: rows.flatMap(([key, value]) =>
      value && value.length > 0 ? [{ label: label(voice, key), value }] : [],
    ),
  };
}

export function signatureField(voice: Voice, key: string, name?: string): SignatureField {
  return { role: label(voice, key), ...(name ? { name } : {}) };
}

/** Places to sign, below the place and the day. */
export function signedAt(voice: Voice, fields: SignatureField[]): Block {
  const place = label(voice, 'common.placeAndDate');
  const runs = typeof place === 'string' ? [{ text: place }] : place;
  return {
    type: 'signatures',
    placeAndDate: [...runs, { text: ' ______________________________' }],
    fields,
  };
}
