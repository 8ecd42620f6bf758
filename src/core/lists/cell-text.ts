import { agesOn, type PartialDate } from '#domain/dates/partial-date.ts';
import { type ListCell, type ListColumn, listColumns } from '#domain/lists/list-column.ts';
import type { Texts } from '../documents/texts.ts';
import { labelOf } from './columns.ts';

function ageText(birth: PartialDate, today: string): string {
  const { min, max } = agesOn(birth, today);
  return min === max ? String(min) : `${min}–${max}`;
}

/** A cell in words, for a file. */
export function cellText(
  column: ListColumn,
  cell: ListCell,
  { texts, today }: { texts: Texts; today: string },
): string {
  const spec: { kind: string; list?: string } = listColumns[column];
  const { kind, list } = spec;
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') {
    if (kind === 'day') return texts.date(cell);
    return list === undefined ? cell : labelOf(texts, list, cell);
  }
  if (Array.isArray(cell)) return cell.map((code) => labelOf(texts, list ?? '', code)).join(', ');
  if ('isSafe' in cell) return cell.value ?? texts.say('list.unsafeContact');
  return kind === 'age' ? ageText(cell, today) : texts.partialDate(cell);
}
