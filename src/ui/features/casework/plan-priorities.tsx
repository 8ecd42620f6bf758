import { Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import type { PlanDraft } from './plan-draft.ts';

interface PlanPartProps {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
}

export function PlanPriorities({ draft, onChange }: PlanPartProps) {
  const { t } = useTranslation('casework');
  const [first, second, third] = draft.priorities;
  const field = (
    number: number,
    value: string,
    write: (text: string) => PlanDraft['priorities'],
  ) => (
    <TextInput
      aria-label={t('plans.priority', { number })}
      placeholder={t('plans.priority', { number })}
      dir="auto"
      maxLength={300}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange({ priorities: write(event.currentTarget.value) })}
    />
  );
  return (
    <Panel title={t('plans.priorities')} hint={t('plans.prioritiesHint')}>
      <Stack gap="sm">
        {field(1, first, (text) => [text, second, third])}
        {field(2, second, (text) => [first, text, third])}
        {field(3, third, (text) => [first, second, text])}
        <Textarea
          label={t('plans.strengths')}
          description={t('plans.strengthsHint')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={800}
          value={draft.strengths}
          onChange={(event) => onChange({ strengths: event.currentTarget.value })}
        />
      </Stack>
    </Panel>
  );
}
