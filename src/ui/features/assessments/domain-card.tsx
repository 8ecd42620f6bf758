import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#api/assessments.ts';
import type { DomainProgress } from '#domain/assessments/progress.ts';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './domain-card.module.css';
import { LevelChart } from './level-chart.tsx';

const shownAtFirst = 4;

interface DomainCardProps {
  progress: DomainProgress;
  /** Completed ones, newest first. */
  assessments: Assessment[];
  onUpdate: () => void;
}

/** One domain: the chart of its levels, and beside it the same as a table. */
export function DomainCard({ progress, assessments, onUpdate }: DomainCardProps) {
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const dates = useDates();
  const [showsAll, setShowsAll] = useState(false);
  const { domain, points, entry, latest, change } = progress;
  const name = labels.label('lifeDomains', domain);
  const records = assessments.flatMap(({ id, details }) => {
    const score = details.scores.find((one) => one.domain === domain);
    return score ? [{ id, on: details.assessedOn, ...score }] : [];
  });
  const shown = showsAll ? records : records.slice(0, shownAtFirst);
  const levelText = (level: number) => `${level} · ${labels.label('needLevels', String(level))}`;
  const way =
    points.length > 1 && entry.level !== latest.level
      ? t('fromTo', { entry: levelText(entry.level), latest: levelText(latest.level) })
      : levelText(latest.level);
  return (
    <section className={classes.card} aria-label={name}>
      <div>
        <h3 className={classes.name}>{name}</h3>
        <p className={classes.summary}>
          {way} {change > 0 && <Tag tone="good">+{change}</Tag>}
          {change < 0 && <Tag tone="attention">−{-change}</Tag>}
        </p>
        <Button size="compact-md" variant="default" onClick={onUpdate}>
          {t('update')}
        </Button>
      </div>
      <LevelChart points={points} label={t('chart', { domain: name, way })} />
      <div>
        <table className={classes.table}>
          <caption>{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.on')}</th>
              <th scope="col">{t('columns.level')}</th>
              <th scope="col">{t('columns.words')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((record) => (
              <tr key={record.id}>
                <td>{dates.day(record.on)}</td>
                <td className={classes.level}>{levelText(record.level)}</td>
                <td>
                  {record.words && <q dir="auto">{record.words}</q>}{' '}
                  {record.wantsGoal && <Tag tone="calm">{t('wantsGoalTag')}</Tag>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length < records.length && (
          <Button size="compact-sm" variant="subtle" onClick={() => setShowsAll(true)}>
            {t('showEarlier', { count: records.length - shown.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
