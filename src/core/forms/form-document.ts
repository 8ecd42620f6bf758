import type { AssociationDetails } from '#domain/casework/association.ts';
import type { Block, SignatureField, Text } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { Texts } from '../documents/texts.ts';
import { beside, label, pageNumbers, type Voice } from '../documents/voice.ts';

/** What every form is made with. */
export interface FormSetting {
  association: AssociationDetails;
  voice: Voice;
  /** The program's Italian, for what is printed in Italian alone. */
  texts: Texts;
  isDemo: boolean;
}

/** The person a form is about, and no more than forms say of anybody. */
export interface FormPerson {
  id: string;
  /** In the spelling offices know. */
  name: string;
  birth?: string | undefined;
  caseNumber: string;
  isMinor: boolean;
  guardian?: string | undefined;
}

/** A form with its title in each language. */
export function formDocument(
  { association, voice, texts, isDemo }: FormSetting,
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

export const whoRows = ({ name, birth }: FormPerson): FactRow[] => [
  ['common.name', [{ text: name, bold: true }]],
  ['common.birth', birth],
];

export function signatureField(voice: Voice, key: string, name?: string): SignatureField {
  return { role: label(voice, key), ...(name ? { name } : {}) };
}

export function signedAt(voice: Voice, fields: SignatureField[]): Block {
  const place = label(voice, 'common.placeAndDate');
  const runs = typeof place === 'string' ? [{ text: place }] : place;
  return {
    type: 'signatures',
    placeAndDate: [...runs, { text: ' ______________________________' }],
    fields,
  };
}

/** Rows to write into by hand: what, who, by when. */
export function toFillIn(
  { what, who, byWhen }: Record<'what' | 'who' | 'byWhen', string>,
  count: number,
): Block {
  return {
    type: 'table',
    headerRows: 1,
    columns: [
      { header: what, width: 0.55 },
      { header: who, width: 0.25 },
      { header: byWhen, width: 0.2 },
    ],
    rows: Array.from({ length: count }, () => ['\n', '', '']),
  };
}
