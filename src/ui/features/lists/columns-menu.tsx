import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ListColumn, listColumnKeys } from '#domain/lists/list-column.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './lists.module.css';

const MOST_COLUMNS = 12;

interface ColumnsMenuProps {
  columns: readonly ListColumn[];
  onChange: (columns: ListColumn[]) => void;
}

/** Which columns the list shows and in what order; a new one comes at the end. */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation('lists');
  const { label } = useLabels();
  const isFull = columns.length >= MOST_COLUMNS;
  const others = listColumnKeys.filter((key) => !columns.includes(key));
  return (
    <Popover position="bottom-end" trapFocus withinPortal shadow="md" radius="md">
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconColumns size={18} aria-hidden />}
        >
          {t('columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns')}>
        <Stack gap={6} className={classes.columns}>
          {columns.map((key, index) => (
            <Group key={key} gap="xs" justify="space-between" wrap="nowrap">
              <Checkbox
                label={label('listColumns', key)}
                checked
                onChange={() => onChange(columns.filter((one) => one !== key))}
              />
              <MoveButtons
                name={label('listColumns', key)}
                isFirst={index === 0}
                isLast={index === columns.length - 1}
                onMove={(by) => onChange(columns.toSpliced(index, 1).toSpliced(index + by, 0, key))}
              />
            </Group>
          ))}
          {others.map((key) => (
            <Checkbox
              key={key}
              label={label('listColumns', key)}
              checked={false}
              disabled={isFull}
              onChange={() => onChange([...columns, key])}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface MoveButtonsProps {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
}

function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  const { t } = useTranslation('lists');
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        disabled={isFirst}
        aria-label={t('columnEarlier', { name })}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        disabled={isLast}
        aria-label={t('columnLater', { name })}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
