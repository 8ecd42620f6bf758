import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition } from '#domain/lists/condition.ts';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { spelledOut } from './quick-conditions.ts';
import { useConditionWords } from './use-condition-words.ts';

interface PrintedConditionsProps {
  query: string;
  conditions: readonly Condition[];
}

/** On paper: what the list was narrowed to. On screen the search and the filters say it themselves. */
export function PrintedConditions({ query, conditions }: PrintedConditionsProps) {
  const { t } = useTranslation('lists');
  const wordsOf = useConditionWords();
  const told = [
    ...(query === '' ? [] : [t('words.searched', { query })]),
    ...spelledOut(conditions).map(({ condition }) => wordsOf(condition)),
  ];
  return told.length === 0 ? null : <Text mb="sm">{inOneLine(told)}</Text>;
}
