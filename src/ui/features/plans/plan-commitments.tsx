import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import formClasses from '#ui/components/form-grid.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { mostCommitments, type PlanDraft } from './plan-draft.ts';

interface PlanPartProps {
  draft: PlanDraft;
  onChange: (part: Partial<PlanDraft>) => void;
}

const commitmentFields = ['personResponsibilities', 'associationCommitments'] as const;

/** What each side takes on, beside each other. */
export function PlanCommitments({ draft, onChange }: PlanPartProps) {
  const { t } = useTranslation('plans');
  return (
    <Panel title={t('commitments')} hint={t('commitmentsHint', { most: mostCommitments })}>
      <div className={formClasses.two}>
        {commitmentFields.map((field) => (
          <Textarea
            key={field}
            label={t(field)}
            dir="auto"
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2400}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.currentTarget.value })}
          />
        ))}
      </div>
      <Textarea
        mt="md"
        label={t('budget')}
        description={t('budgetHint')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2400}
        value={draft.budget}
        onChange={(event) => onChange({ budget: event.currentTarget.value })}
      />
    </Panel>
  );
}

/** A child is heard, and somebody signs for them. */
export function PlanChild({ draft, onChange }: PlanPartProps) {
  const { t } = useTranslation('plans');
  return (
    <Panel title={t('child')} hint={t('childHint')}>
      <div className={formClasses.two}>
        <Textarea
          label={t('childOpinion')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={6}
          maxLength={800}
          value={draft.childOpinion}
          onChange={(event) => onChange({ childOpinion: event.currentTarget.value })}
        />
        <TextInput
          label={t('guardian')}
          description={t('guardianHint')}
          dir="auto"
          maxLength={160}
          value={draft.guardian}
          onChange={(event) => onChange({ guardian: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}
