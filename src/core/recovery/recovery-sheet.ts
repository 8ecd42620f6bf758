/*
 * The sheet that somebody prints and puts away. It names neither the association nor a person: whoever finds
 * it should not learn which computer it opens. The instructions stand on it because it is read years later,
 * by somebody in a hurry who has never seen the program.
 */
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { Texts } from '../documents/texts.ts';

interface Sheet {
  groups: readonly string[];
  /** Of a split key: which of the three parts this is. */
  part?: number | undefined;
  madeOn: string;
}

const COLUMNS = 5;

/** The groups in rows, each with its number, large enough to be copied by hand. */
function groupsTable({ groups }: Sheet): Block {
  const cells = groups.map((group, index) => [
    { text: `${index + 1}   `, isolate: 'ltr' as const },
    { text: group, bold: true, isolate: 'ltr' as const },
  ]);
  const width = groups.length % COLUMNS === 0 ? COLUMNS : 3;
  const rows = Array.from({ length: Math.ceil(cells.length / width) }, (_, row) =>
    cells.slice(row * width, (row + 1) * width),
  );
  return {
    type: 'table',
    headerRows: 0,
    isLarge: true,
    columns: Array.from({ length: width }, () => ({ header: '', width: 1 })),
    rows,
  };
}

export function recoverySheet(sheet: Sheet, texts: Texts): TypesetDocument {
  const { part, madeOn } = sheet;
  const isPart = part !== undefined;
  const say = (key: string, values?: Record<string, string | number>) =>
    texts.say(`recovery.${key}`, values);
  const steps = (isPart ? ['1', '2Part', '3Part', '4'] : ['1', '2', '3', '4']).map((step) =>
    say(`step${step}`),
  );
  const cares = (isPart ? ['hide', 'apart', 'renew'] : ['hide', 'away', 'renew']).map((care) =>
    say(`care.${care}`),
  );
  const title = isPart ? say('titlePart', { part }) : say('title');
  return framed(
    { language: texts.language, title, texts, pageNumbers: [], foot: [say('footer')] },
    [
      { type: 'heading', level: 1, text: title },
      { type: 'paragraph', style: 'lead', text: isPart ? say('leadPart') : say('lead') },
      { type: 'space', points: 8 },
      groupsTable(sheet),
      { type: 'paragraph', style: 'small', text: say('check', { last: sheet.groups.length }) },
      { type: 'heading', level: 2, text: say('howTitle') },
      { type: 'list', ordered: true, items: steps },
      { type: 'heading', level: 2, text: say('careTitle') },
      { type: 'list', ordered: false, items: cares },
      { type: 'space', points: 8 },
      {
        type: 'blanks',
        rows: [{ label: say('keptBy') }, { label: say('keptWhere') }],
      },
      { type: 'paragraph', style: 'small', text: say('madeOn', { date: texts.date(madeOn) }) },
    ],
  );
}
