import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { listed } from '#ui/i18n/one-line.ts';

const MOST_NAMED = 20;

const nameOf = (character: string) =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/** Signs that would be empty boxes on paper, each with the number by which anybody can look it up. */
export function MissingCharacters({ characters = [] }: { characters?: string[] | undefined }) {
  const { t } = useTranslation('documents');
  if (characters.length === 0) return null;
  return (
    <Alert
      color="terracotta"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('missing.title', { count: characters.length })}
    >
      <Text>{listed(characters.slice(0, MOST_NAMED).map(nameOf))}</Text>
      <Text mt={4}>{t('missing.text')}</Text>
    </Alert>
  );
}
