import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProcedureError } from '#api/errors.ts';
import type { LetterBatchCheck } from '#api/letter-batches.ts';
import { useErrorText } from '#ui/components/use-error-text.ts';

/** Who gets no letter, each with the reason in words. */
export function RefusedPeople({ refused }: { refused: LetterBatchCheck['refused'] }) {
  const { t } = useTranslation('letters');
  const textOf = useErrorText();
  if (refused.length === 0) return null;
  return (
    <>
      <Text fw={650} mt="xs">
        {t('batch.refused', { count: refused.length })}
      </Text>
      <List size="sm">
        {refused.map(({ personId, listedName, code, details }) => (
          <List.Item key={personId}>
            {t('batch.line', {
              name: listedName,
              reason: textOf(new ProcedureError(code, details)),
            })}
          </List.Item>
        ))}
      </List>
    </>
  );
}
