import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './paging.module.css';

interface PagingProps {
  offset: number;
  limit: number;
  total: number;
  onChange: (offset: number) => void;
}

export function Paging({ offset, limit, total, onChange }: PagingProps) {
  const { t } = useTranslation('common');
  if (total <= limit) return null;
  const to = Math.min(offset + limit, total);
  return (
    <Group gap="xs">
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
        <IconChevronLeft size={20} className={classes.mirrored} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('pagination.next')}
        disabled={to >= total}
        onClick={() => onChange(offset + limit)}
      >
        <IconChevronRight size={20} className={classes.mirrored} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
