import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Condition } from '#domain/lists/condition.ts';
import classes from './lists.module.css';
import { spelledOut } from './quick-conditions.ts';
import { useConditionWords } from './use-condition-words.ts';

interface ConditionChipsProps {
  conditions: readonly Condition[];
  onEdit: (index: number) => void;
  onRemove: (index: number) => void;
  onClear: () => void;
}

/** What the list is narrowed to, in words; each can be changed or taken away. */
export function ConditionChips({ conditions, onEdit, onRemove, onClear }: ConditionChipsProps) {
  const { t } = useTranslation('lists');
  const wordsOf = useConditionWords();
  const shown = spelledOut(conditions);
  if (shown.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={t('active')}>
      {shown.map(({ condition, index }) => {
        const words = wordsOf(condition);
        return (
          <li key={JSON.stringify(condition)} className={classes.chip}>
            <button type="button" className={classes.words} onClick={() => onEdit(index)}>
              {words}
            </button>
            <ActionIcon
              size="md"
              variant="transparent"
              aria-label={t('removeCondition', { condition: words })}
              onClick={() => onRemove(index)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
      {shown.length > 1 && (
        <li>
          <Button variant="subtle" size="compact-md" onClick={onClear}>
            {t('clear')}
          </Button>
        </li>
      )}
    </ul>
  );
}
