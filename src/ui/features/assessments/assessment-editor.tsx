import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#api/assessments.ts';
import type { AssessmentDetails } from '#domain/assessments/assessment.ts';
import type { DomainProgress } from '#domain/assessments/progress.ts';
import { forgetUnsavedChanges } from '#ui/app/unsaved.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Folded } from '#ui/components/folded.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LanguageField } from '#ui/components/language-field.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { SaveBar } from '#ui/components/save-bar.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import {
  type AssessmentDraft,
  type ScoreDraft,
  toAssessmentDetails,
  toAssessmentDraft,
} from './assessment-draft.ts';
import classes from './assessment-page.module.css';
import { DomainFields } from './domain-fields.tsx';

interface AssessmentEditorProps {
  assessment: Assessment;
  /** How each domain stood before this assessment. */
  before: Map<string, DomainProgress>;
}

export function AssessmentEditor({ assessment, before }: AssessmentEditorProps) {
  const { t } = useTranslation(['assessments', 'common']);
  const navigate = useNavigate();
  const [saved, setSaved] = useState(() => toAssessmentDraft(assessment.details));
  const [draft, setDraft] = useState(saved);
  const [known, setKnown] = useState({
    revision: assessment.revision,
    missing: assessment.missing,
  });
  const [showsMissing, setShowsMissing] = useState(false);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const change = (part: Partial<AssessmentDraft>) => setDraft((now) => ({ ...now, ...part }));

  const kept = useDraft({
    form: 'assessment',
    subjectId: assessment.id,
    personId: assessment.personId,
    basis: known.revision,
    start: saved,
    values: draft,
    restore: setDraft,
  });
  const save = useMutation({
    mutationFn: (details: AssessmentDetails) =>
      vault.assessments.save({ id: assessment.id, revision: known.revision, details }),
    onSuccess: (result) => {
      setKnown(result);
      setSaved(draft);
    },
  });
  const complete = useMutation({
    mutationFn: () => vault.assessments.complete({ id: assessment.id }),
    onSuccess: () => {
      notifyDone(t('completed'));
      forgetUnsavedChanges();
      void navigate({
        to: '/people/$personId/needs',
        params: { personId: assessment.personId },
      });
    },
  });
  const saveThen = (next: (missing: string[]) => void) => {
    if (!draft.assessedOn) return;
    save.mutate(toAssessmentDetails(draft, draft.assessedOn), {
      onSuccess: ({ missing }) => next(missing),
    });
  };
  const finish = () =>
    saveThen((missing) => {
      setShowsMissing(missing.length > 0);
      if (missing.length === 0) complete.mutate();
    });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <UnsavedGuard isDirty={isDirty && !save.isPending && !complete.isPending} isKeptAsDraft />
      <DraftOffer draft={kept}>
        <Stack gap="lg">
          <FrameFields draft={draft} onChange={change} />
          <DomainsPanel
            scores={draft.scores}
            before={before}
            onChange={(scores) => change({ scores })}
          />
          <Panel>
            <Stack gap="md">
              <LongTextField
                label={t('ownView')}
                description={t('ownViewHint')}
                rows={[2, 8]}
                maxLength={1500}
                value={draft.ownView}
                onChange={(ownView) => change({ ownView })}
              />
              <LongTextField
                label={t('note')}
                rows={[2, 8]}
                maxLength={2000}
                value={draft.note}
                onChange={(note) => change({ note })}
              />
            </Stack>
          </Panel>
          <ErrorNotice error={save.error ?? complete.error} />
          {showsMissing && <MissingNotice missing={known.missing} />}
          <SaveBar
            status={
              isDirty
                ? t('common:forms.unsavedTitle')
                : t('areas', { count: Object.keys(draft.scores).length })
            }
          >
            <Button
              variant="default"
              disabled={!isDirty}
              loading={save.isPending}
              onClick={() => saveThen(() => notifyDone(t('saved')))}
            >
              {t('saveDraft')}
            </Button>
            <Button type="submit" loading={complete.isPending}>
              {t('complete')}
            </Button>
          </SaveBar>
        </Stack>
      </DraftOffer>
    </form>
  );
}

function MissingNotice({ missing }: { missing: string[] }) {
  const { t } = useTranslation('assessments');
  const items = (['scores', 'assessor', 'mediator'] as const).filter((one) =>
    missing.includes(one),
  );
  return (
    <Alert color="terracotta" role="alert">
      {items.map((item) => t(`missing.${item}`)).join(' ')}
    </Alert>
  );
}

interface FrameFieldsProps {
  draft: AssessmentDraft;
  onChange: (part: Partial<AssessmentDraft>) => void;
}

function FrameFields({ draft, onChange }: FrameFieldsProps) {
  const { t } = useTranslation('assessments');
  return (
    <Panel>
      <div className={grid.two}>
        <DateField
          label={t('assessedOn')}
          value={draft.assessedOn}
          onChange={(assessedOn) => onChange({ assessedOn })}
        />
        <TextInput
          label={t('assessor')}
          maxLength={120}
          value={draft.assessor}
          onChange={(event) => onChange({ assessor: event.currentTarget.value })}
        />
      </div>
      <Folded label={t('interpretation')} startsOpen={draft.mediator !== ''}>
        <div className={grid.two}>
          <TextInput
            label={t('mediator')}
            maxLength={120}
            value={draft.mediator}
            onChange={(event) => onChange({ mediator: event.currentTarget.value })}
          />
          <LanguageField
            label={t('interpretedIn')}
            value={draft.interpretedIn ?? undefined}
            onChange={(language) => onChange({ interpretedIn: language ?? null })}
          />
        </div>
      </Folded>
    </Panel>
  );
}

interface DomainsPanelProps {
  scores: Record<string, ScoreDraft>;
  before: Map<string, DomainProgress>;
  onChange: (scores: Record<string, ScoreDraft>) => void;
}

function DomainsPanel({ scores, before, onChange }: DomainsPanelProps) {
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const choose = (domain: string, score: ScoreDraft | undefined) => {
    const { [domain]: _, ...others } = scores;
    onChange(score ? { ...others, [domain]: score } : others);
  };
  return (
    <Panel title={t('domains')} hint={t('domainsHint')}>
      <div className={classes.domains}>
        {labels.choices('lifeDomains').map(({ value, label }) => (
          <DomainFields
            key={value}
            domain={value}
            name={label}
            score={scores[value]}
            before={before.get(value)}
            onChange={(score) => choose(value, score)}
          />
        ))}
      </div>
    </Panel>
  );
}
