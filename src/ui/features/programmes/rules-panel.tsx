import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { Panel } from '#ui/components/panel.tsx';
import { RuleWordsOf } from './rule-words-of.tsx';

/** Whom it is for, as the call says it. */
export function RulesPanel({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  return (
    <Panel title={t('rules.title')} hint={t('rules.hint')}>
      <Stack gap="md">
        {programme.rules.map((rule) => (
          <RuleWordsOf key={rule.code} rule={rule} />
        ))}
      </Stack>
    </Panel>
  );
}
