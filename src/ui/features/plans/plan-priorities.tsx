import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import type { PlanDraft } from './plan-draft.ts';

const places = [0, 1, 2];

interface PlanPartProps {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
}

export function PlanPriorities({ draft, onChange }: PlanPartProps) {
  const { t } = useTranslation('plans');
  const filled = draft.priorities.findLastIndex((text) => text !== '') + 1;
  const [shown, setShown] = useState(Math.max(filled, 1));
  const write = (place: number, text: string) => {
    const [first, second, third] = draft.priorities.map((one, each) =>
      each === place ? text : one,
    );
    onChange({ priorities: [first ?? '', second ?? '', third ?? ''] });
  };
  return (
    <Panel title={t('priorities')} hint={t('prioritiesHint')}>
      <Stack gap="sm">
        {places.slice(0, shown).map((place) => (
          <TextInput
            key={place}
            aria-label={t('priority', { number: place + 1 })}
            placeholder={t('priority', { number: place + 1 })}
            dir="auto"
            maxLength={300}
            autoComplete="off"
            value={draft.priorities[place] ?? ''}
            onChange={(event) => write(place, event.currentTarget.value)}
          />
        ))}
        {shown < places.length && (
          <div>
            <Button
              size="compact-md"
              variant="subtle"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setShown(shown + 1)}
            >
              {t('addPriority')}
            </Button>
          </div>
        )}
        <Textarea
          label={t('strengths')}
          description={t('strengthsHint')}
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
