import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface PagingProps {
  offset: number;
  limit: number;
  total: number;
  onChange: (offset: number) => void;
  /** Offers a longer page, for reading or printing it in one go. */
  longer?: { limit: number; onChoose: () => void } | undefined;
}

export function Paging({ offset, limit, total, onChange, longer }: PagingProps) {
  const { t } = useTranslation('common');
  if (total <= limit) return null;
  const to = Math.min(offset + limit, total);
  return (
    <Group gap="xs">
      {longer && (
        <Button variant="subtle" size="compact-md" onClick={longer.onChoose}>
          {t('pagination.more', { count: longer.limit })}
        </Button>
      )}
      <Text size="sm" c="dimmed" aria-live="polite">
        {t('pagination.shown', { from: offset + 1, to, total })}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('pagination.previous')}
        disabled={offset === 0}
        onClick={() => onChange(Math.max(0, offset - limit))}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('pagination.next')}
        disabled={to >= total}
        onClick={() => onChange(offset + limit)}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
