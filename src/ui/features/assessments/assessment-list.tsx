import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#api/assessments.ts';
import { Folded } from '#ui/components/folded.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './assessment-list.module.css';

interface AssessmentListProps {
  assessments: Assessment[];
  onOpen: (id: string) => void;
}

/** Who assessed when, and how the person sees it. */
export function AssessmentList({ assessments, onOpen }: AssessmentListProps) {
  const { t } = useTranslation('assessments');
  if (assessments.length === 0) return null;
  return (
    <Panel>
      <Folded label={t('history', { count: assessments.length })}>
        <ul className={classes.list}>
          {assessments.map((assessment) => (
            <li key={assessment.id}>
              <AssessmentLine assessment={assessment} onOpen={() => onOpen(assessment.id)} />
            </li>
          ))}
        </ul>
      </Folded>
    </Panel>
  );
}

function AssessmentLine({ assessment, onOpen }: { assessment: Assessment; onOpen: () => void }) {
  const { t } = useTranslation('assessments');
  const dates = useDates();
  const labels = useLabels();
  const { assessedOn, assessor, mediator, interpretedIn, scores, ownView, note } =
    assessment.details;
  const facts = [
    assessor,
    mediator && t('withMediator', { mediator }),
    interpretedIn && labels.language(interpretedIn),
    t('areas', { count: scores.length }),
  ].filter(Boolean);
  const date = dates.day(assessedOn);
  return (
    <div className={classes.line}>
      <div>
        <strong>{date}</strong> · {inOneLine(facts)}
        {ownView && (
          <p className={classes.words} dir="auto">
            {ownView}
          </p>
        )}
        {note && (
          <p className={classes.note} dir="auto">
            {note}
          </p>
        )}
      </div>
      <Button
        size="compact-md"
        variant="subtle"
        aria-label={t('openOf', { date })}
        onClick={onOpen}
      >
        {t('open')}
      </Button>
    </div>
  );
}
