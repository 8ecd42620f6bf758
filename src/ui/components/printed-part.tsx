import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListPart } from './read-whole.ts';

interface PrintedPartProps {
  printed: ListPart;
  /** The list itself does not know how many there are: a search that very many answer. */
  hasMore?: boolean;
}

/** Says on paper when a list went on after its last line. */
export function PrintedPart({ printed: { items, total }, hasMore = false }: PrintedPartProps) {
  const { t } = useTranslation('common');
  if (items.length >= total && !hasMore) return null;
  return (
    <Text fw={600} mb="sm">
      {hasMore
        ? t('printed.firstOfMany', { count: items.length })
        : t('printed.part', { count: items.length, total })}
    </Text>
  );
}
