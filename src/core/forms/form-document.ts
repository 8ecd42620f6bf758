import type { Block } from '#typesetting/document.ts';
import type { FactRow } from '../documents/titled-document.ts';

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

export const whoRows = ({ name, birth }: Pick<FormPerson, 'name' | 'birth'>): FactRow[] => [
  ['common.name', [{ text: name, bold: true }]],
  ['common.birth', birth],
];

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
