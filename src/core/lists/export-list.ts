/*
 * The list on screen as a spreadsheet. What leaves the register is no longer protected by it, so that this is
 * for coordinators, is in the audit log, and holds no more than the screen shows: restricted cases only when
 * somebody asks for them, codes of the restricted tier and numbers that are unsafe to call never. Every cell is
 * text, so that nothing somebody typed into a name is ever run as a formula.
 */
import writeXlsxFile from 'write-excel-file/node';
import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import { mostExported } from '#api/lists.ts';
import type { PersonLine } from '#api/people.ts';
import type { ListCells, ListColumn } from '#domain/lists/list-column.ts';
import { deskNeedCodes } from '../assessments/need-tiers.ts';
import type { CoreContext } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { bold, textCell } from '../spreadsheets/text-cell.ts';
import { withoutTimes } from '../spreadsheets/without-times.ts';
import { cellText } from './cell-text.ts';
import { cellsOf, scopeOf } from './list-as-asked.ts';
import { everybodyListed } from './picked-people.ts';

async function sheetOf(
  people: readonly PersonLine[],
  {
    columns,
    cells,
    texts,
    today,
  }: {
    columns: readonly ListColumn[];
    cells: ReadonlyMap<string, ListCells>;
    texts: Texts;
    today: string;
  },
): Promise<Uint8Array> {
  const heading = (value: string) => ({ ...textCell(value), ...bold });
  const nameOf = ({ listedName, otherName }: PersonLine) =>
    [listedName, otherName].filter(Boolean).join(' / ');
  const rows = [
    [
      heading(texts.say('list.name')),
      ...columns.map((column) => heading(texts.label('listColumns', column))),
    ],
    ...people.map((person) => [
      textCell(nameOf(person)),
      ...columns.map((column) => {
        const cell = cells.get(person.id)?.[column];
        const text = cell === undefined ? '' : cellText(column, cell, { texts, today });
        return text === '' ? null : textCell(text);
      }),
    ]),
  ];
  const file = writeXlsxFile(rows, {
    sheet: texts.say('list.sheet'),
    columns: [{ width: 36 }, ...columns.map(() => ({ width: 20 }))],
    stickyRowsCount: 1,
  });
  return withoutTimes(new Uint8Array(await file.toBuffer()));
}

export async function exportList(
  context: CoreContext,
  input: ParsedInputOf<VaultContract, 'lists.export'>,
): Promise<OutputOf<VaultContract, 'lists.export'>> {
  const { list, columns, sort, includeRestricted, grant } = input;
  const texts = textsFor(context.ports.localesDir, list.language, context.resources.vocabularies);
  const withoutRestricted = !includeRestricted;
  const people = await everybodyListed(context, {
    list,
    sort,
    most: mostExported,
    withoutRestricted,
  });
  const scope = { ...scopeOf(context), needCodes: deskNeedCodes(context) };
  const ids = people.map(({ id }) => id);
  const cells = await cellsOf(context, ids, { columns, scope });
  const bytes = await sheetOf(people, { columns, cells, texts, today: scope.today });
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, count: people.length };
}
