import { Button, Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DomainProgress } from '#domain/assessments/progress.ts';
import { Folded } from '#ui/components/folded.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { ScoreDraft } from './assessment-draft.ts';
import classes from './assessment-page.module.css';
import { LevelChoice } from './level-choice.tsx';
import { LevelScale } from './level-scale.tsx';
import { useDescriptors } from './use-descriptors.ts';

interface DomainFieldsProps {
  domain: string;
  name: string;
  score: ScoreDraft | undefined;
  before: DomainProgress | undefined;
  onChange: (score: ScoreDraft | undefined) => void;
}

/** One line until a level is chosen; then what it means, and the person's words. */
export function DomainFields({ domain, name, score, before, onChange }: DomainFieldsProps) {
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const dates = useDates();
  const describe = useDescriptors();
  const label = t('level', { domain: name });
  const choose = (level: number) => onChange({ words: '', wantsGoal: false, ...score, level });
  return (
    <section className={classes.domain} aria-label={name}>
      <div className={classes.head}>
        <div>
          <h3 className={classes.name}>{name}</h3>
          <p className={classes.hint}>
            {before
              ? t('lastTime', {
                  level: `${before.latest.level} · ${labels.label('needLevels', String(before.latest.level))}`,
                  date: dates.day(before.latest.on),
                })
              : labels.label('lifeDomainHints', domain)}
          </p>
        </div>
        <LevelScale label={label} domain={domain} value={score?.level} onChange={choose} />
      </div>
      {score ? (
        <div className={classes.chosen}>
          <p className={classes.descriptor}>{describe(domain, score.level)}</p>
          <Textarea
            label={t('words')}
            dir="auto"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={600}
            value={score.words}
            onChange={(event) => onChange({ ...score, words: event.currentTarget.value })}
          />
          <div className={classes.head}>
            <Checkbox
              label={t('wantsGoal')}
              checked={score.wantsGoal}
              onChange={(event) => onChange({ ...score, wantsGoal: event.currentTarget.checked })}
            />
            <Button size="compact-sm" variant="subtle" onClick={() => onChange(undefined)}>
              {t('takeOut')}
            </Button>
          </div>
        </div>
      ) : (
        <Folded label={t('showLevels')}>
          <LevelChoice label={label} domain={domain} value={undefined} onChange={choose} />
        </Folded>
      )}
    </section>
  );
}
