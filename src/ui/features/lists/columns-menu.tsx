import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ListColumn, listColumnKeys } from '#domain/lists/list-column.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './lists.module.css';

const MOST_COLUMNS = 12;

interface ColumnsMenuProps {
  columns: readonly ListColumn[];
  onChange: (columns: ListColumn[]) => void;
}

/** Which columns the list shows; a new one comes at the end. */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const { t } = useTranslation('lists');
  const { label } = useLabels();
  const isFull = columns.length >= MOST_COLUMNS;
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
          {listColumnKeys.map((key) => (
            <Checkbox
              key={key}
              label={label('listColumns', key)}
              checked={columns.includes(key)}
              disabled={isFull && !columns.includes(key)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...columns, key]
                    : columns.filter((one) => one !== key),
                )
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
