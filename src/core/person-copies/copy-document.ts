/*
 * The copy on paper, for the person: what is written about them, section by section, in plain words; what was
 * left out and why; who received what; and what they can ask for next. It is theirs to read, so codes and
 * numbers of the program do not stand in it.
 */

import type { AssociationDetails } from '#domain/casework/association.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import type { PersonCopy } from '#domain/person-copies/person-copy.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { Texts } from '../documents/texts.ts';
import type { FieldKind } from './copied-section.ts';
import { copiedSections } from './copied-sections.ts';

type Value = PersonCopy['sections'][string][number][string];

function labelIn(texts: Texts, list: string, code: string): string {
  if (list === 'countries') return texts.country(code);
  if (list === 'languages') return texts.languageName(code);
  return texts.label(list, code);
}

/** Of a partly known date, the month as the language writes days; years stand as they are. */
function dayOr(texts: Texts, text: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (year && month) return `${month}/${year}`;
  return calendarDate.safeParse(text).success ? texts.date(text) : text;
}

function shown(value: Value, kind: FieldKind, texts: Texts): string {
  if (typeof value === 'boolean') return texts.say(value ? 'copy.yes' : 'copy.no');
  if (Array.isArray(value)) {
    const isLabelled = typeof kind === 'object' && 'labels' in kind;
    if (isLabelled) return value.map((code) => labelIn(texts, kind.labels, code)).join(', ');
    return value.map((one) => dayOr(texts, one)).join(' · ');
  }
  const text = String(value);
  if (kind === 'date') return dayOr(texts, text);
  if (kind === 'country') return texts.country(text);
  if (kind === 'language') return texts.languageName(text);
  if (typeof kind === 'object' && 'label' in kind) return labelIn(texts, kind.label, text);
  if (typeof kind === 'object' && 'say' in kind) return texts.say(`${kind.say}.${text}`);
  return text;
}

type Row = PersonCopy['sections'][string][number];
type Fields = (typeof copiedSections)[number]['fields'];

/** A code says what it is; anything else needs its label. */
const speaksForItself = (kind: FieldKind) =>
  typeof kind === 'object' || kind === 'country' || kind === 'language';

/** What happened on a day, in one line: pages of tables with one word a row are read by nobody. */
function dayLine(row: Row, fields: Fields, texts: Texts): { label: Text; value: Text } {
  const parts = Object.entries(fields).flatMap(([field, kind]) => {
    const value = row[field];
    if (field === 'on' || value === undefined) return [];
    const words = shown(value, kind, texts);
    return speaksForItself(kind) ? [words] : [`${texts.say(`copy.field.${field}`)}: ${words}`];
  });
  return { label: shown(row.on ?? '', 'date', texts), value: parts.join(' · ') };
}

function entryBlock(row: Row, fields: Fields, texts: Texts): Block {
  return {
    type: 'facts',
    columns: 1,
    rows: Object.entries(fields).flatMap(([field, kind]) => {
      const value = row[field];
      if (value === undefined) return [];
      return [{ label: texts.say(`copy.field.${field}`), value: shown(value, kind, texts) }];
    }),
  };
}

function sectionBlocks({ sections }: PersonCopy, texts: Texts): Block[] {
  return copiedSections.flatMap(({ name, fields }): Block[] => {
    const rows = sections[name] ?? [];
    if (rows.length === 0) return [];
    const heading: Block = { type: 'heading', level: 2, text: texts.say(`copy.section.${name}`) };
    if ('on' in fields) {
      const lines = rows.map((row) => dayLine(row, fields, texts));
      return [heading, { type: 'facts', columns: 1, rows: lines }];
    }
    return rows.map((row, index) => ({
      type: 'keepTogether',
      blocks: [
        index === 0 ? heading : { type: 'space', points: 8 },
        entryBlock(row, fields, texts),
      ],
    }));
  });
}

function recipientBlocks({ recipients }: PersonCopy, texts: Texts): Block[] {
  const heading: Block = { type: 'heading', level: 2, text: texts.say('copy.recipients.title') };
  if (recipients.length === 0) {
    return [heading, { type: 'paragraph', text: texts.say('copy.recipients.none') }];
  }
  const what = ({ kind, data, reference }: PersonCopy['recipients'][number]) =>
    [
      texts.say(`copy.recipients.kinds.${kind}`),
      reference,
      data
        .map((code) => labelIn(texts, kind === 'letter' ? 'letterFacts' : 'dataCategories', code))
        .join(', '),
    ]
      .filter(Boolean)
      .join(' · ');
  return [
    heading,
    {
      type: 'table',
      headerRows: 1,
      columns: [
        { header: texts.say('copy.recipients.on'), width: 2 },
        { header: texts.say('copy.recipients.to'), width: 4 },
        { header: texts.say('copy.recipients.what'), width: 6 },
      ],
      rows: recipients.map((one) => [
        texts.date(one.on),
        one.to ?? texts.say('copy.recipients.notNoted'),
        what(one),
      ]),
    },
  ];
}

export function copyDocument(
  copy: PersonCopy,
  association: AssociationDetails,
  texts: Texts,
): TypesetDocument {
  const { name, email, pec, phone } = association;
  const contact = [name, email, pec, phone].filter(Boolean).join(', ');
  const paragraph = (key: string, values = {}): Block => ({
    type: 'paragraph',
    text: texts.say(key, values),
  });
  return framed(
    {
      language: texts.language,
      title: texts.say('copy.title'),
      association,
      texts,
      foot: [copy.caseNumber],
    },
    [
      { type: 'heading', level: 1, text: texts.say('copy.title') },
      paragraph('copy.lead', { date: texts.date(copy.madeOn), number: copy.caseNumber }),
      ...sectionBlocks(copy, texts),
      ...recipientBlocks(copy, texts),
      {
        type: 'keepTogether',
        blocks: [
          { type: 'heading', level: 2, text: texts.say('copy.leftOut.title') },
          {
            type: 'list',
            ordered: false,
            items: copy.leftOut.map((one) => texts.say(`copy.leftOut.${one}`)),
          },
          { type: 'heading', level: 2, text: texts.say('copy.rights.title') },
          paragraph('copy.rights.text', { contact }),
        ],
      },
    ],
  );
}
