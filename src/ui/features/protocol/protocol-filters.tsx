import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ProtocolDirection, protocolDirections } from '#domain/protocol/protocol-entry.ts';
import { DateField } from '#ui/components/date-field.tsx';
import classes from '../referrals/referrals.module.css';

export interface ProtocolFilterDraft {
  year?: number | undefined;
  direction?: ProtocolDirection | undefined;
  query: string;
  from?: string | undefined;
  to?: string | undefined;
  onlyUnanswered: boolean;
}

export const emptyFilter: ProtocolFilterDraft = { query: '', onlyUnanswered: false };

interface ProtocolFiltersProps {
  filter: ProtocolFilterDraft;
  years: number[];
  onChange: (part: Partial<ProtocolFilterDraft>) => void;
}

export function ProtocolFilters({ filter, years, onChange }: ProtocolFiltersProps) {
  const { t } = useTranslation('protocol');
  const any = { value: '', label: t('any') };
  return (
    <div className={classes.filters}>
      <TextInput
        label={t('search')}
        placeholder={t('searchHint')}
        maxLength={80}
        value={filter.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('year')}
        data={[any, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
        value={filter.year === undefined ? '' : String(filter.year)}
        onChange={(event) =>
          onChange({ year: years.find((year) => String(year) === event.currentTarget.value) })
        }
      />
      <NativeSelect
        label={t('fields.direction')}
        data={[any, ...protocolDirections.map((one) => ({ value: one, label: t(one) }))]}
        value={filter.direction ?? ''}
        onChange={(event) =>
          onChange({
            direction: protocolDirections.find((one) => one === event.currentTarget.value),
          })
        }
      />
      <DateField label={t('from')} value={filter.from} onChange={(from) => onChange({ from })} />
      <DateField label={t('to')} value={filter.to} onChange={(to) => onChange({ to })} />
      <Checkbox
        label={t('onlyUnanswered')}
        checked={filter.onlyUnanswered}
        onChange={(event) => onChange({ onlyUnanswered: event.currentTarget.checked })}
      />
    </div>
  );
}
