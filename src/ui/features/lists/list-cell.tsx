import { useTranslation } from 'react-i18next';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { type ListCell as Cell, type ListColumn, listColumns } from '#domain/lists/list-column.ts';
import { useSession } from '#ui/app/session.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';

interface ListCellProps {
  column: ListColumn;
  cell: Cell | undefined;
}

/** What the register says of somebody in one column. */
export function ListCell({ column, cell }: ListCellProps) {
  const { t } = useTranslation('lists');
  const labels = useLabels();
  const dates = useDates();
  const { today } = useSession();
  const spec: { kind: string; list?: string } = listColumns[column];
  const word = (code: string) => {
    if (spec.list === 'countries') return labels.country(code);
    if (spec.list === 'languages') return labels.language(code);
    return labels.label(spec.list ?? '', code);
  };
  if (cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  if (column === 'permitState' && cell === 'expired') return <Tag tone="bad">{word(cell)}</Tag>;
  if (column === 'state') {
    return <Tag tone={cell === 'open' ? 'good' : 'neutral'}>{word(String(cell))}</Tag>;
  }
  if (typeof cell === 'string') {
    if (spec.kind === 'day') return dates.day(cell);
    return spec.list ? word(cell) : <bdi>{cell}</bdi>;
  }
  if (Array.isArray(cell)) return listed(cell.map(word));
  if ('isSafe' in cell) {
    return cell.value ? <bdi>{cell.value}</bdi> : <Tag tone="attention">{t('unsafeContact')}</Tag>;
  }
  const birth: PartialDate = cell;
  return spec.kind === 'age' ? dates.age(birth, today) : dates.partial(birth);
}
