import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasuredIndicator } from '#api/programme-results.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { OpenNumber } from '../reports/open-number.tsx';
import classes from './programme-results.module.css';
import type { ResultsPart } from './results-page.tsx';
import { TargetsDialog } from './targets-dialog.tsx';

/** What was promised beside what was reached: the table says it, the bars help to see it. */
export function TargetsPanel({ programme, results, onOpen }: ResultsPart) {
  const { t } = useTranslation('programme-results');
  const [isEditing, setEditing] = useState(false);
  const { indicators, people, overridden } = results;
  return (
    <Panel
      title={t('targets.title')}
      actions={
        indicators.length > 0 && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('targets.edit')}
          </Button>
        )
      }
    >
      <ul className={classes.facts}>
        <li>{t('people', { count: people })}</li>
        {overridden > 0 && <li>{t('overridden', { count: overridden })}</li>}
      </ul>
      {indicators.length === 0 ? (
        t('targets.empty')
      ) : (
        <table className={classes.table} aria-label={t('targets.title')}>
          <thead>
            <tr>
              <th scope="col">{t('targets.indicator')}</th>
              <th scope="col">{t('targets.reached')}</th>
              <th scope="col">{t('targets.target')}</th>
              <td className={classes.barCell} />
              <th scope="col">{t('targets.share')}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((one) => (
              <IndicatorRow key={one.code} indicator={one} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {isEditing && <TargetsDialog programme={programme} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

interface IndicatorRowProps extends Pick<ResultsPart, 'onOpen'> {
  indicator: MeasuredIndicator;
}

function IndicatorRow({ indicator, onOpen }: IndicatorRowProps) {
  const { t } = useTranslation('programme-results');
  const words = useRuleWords();
  const { code, name, funderCode, value, target, unit, isOfPeople } = indicator;
  const shown = <Amount indicator={indicator} />;
  const label = words(name);
  // Fewer days are better, and of a mean nobody promised more.
  const hasShare = unit === 'persons' || unit === 'items';
  const share = hasShare && value !== null && target ? value / target : undefined;
  return (
    <tr>
      <th scope="row">
        {label} {funderCode && <span className={classes.soft}>({funderCode})</span>}
        <Explained indicator={indicator} />
      </th>
      <td>
        {isOfPeople && value ? (
          <OpenNumber
            words={label}
            onOpen={() => onOpen({ figure: `indicator:${code}`, words: label })}
          >
            {shown}
          </OpenNumber>
        ) : (
          shown
        )}
      </td>
      <td>{target ?? '–'}</td>
      <td className={classes.barCell}>{share !== undefined && <TargetBar share={share} />}</td>
      <td>
        {share === undefined ? '' : t('targets.percent', { percent: Math.round(share * 100) })}
      </td>
    </tr>
  );
}

function Explained({ indicator }: { indicator: MeasuredIndicator }) {
  const { t } = useTranslation('programme-results');
  const words = useRuleWords();
  const { awaits, countedAs, notComputed, value, unit } = indicator;
  const said = awaits
    ? t(`targets.awaits.${awaits}`)
    : countedAs || notComputed
      ? words(countedAs ?? notComputed ?? { it: '', en: '' })
      : value === null && unit === 'items' && t('targets.notCounted');
  return said ? (
    <div className={classes.soft}>
      <bdi>{said}</bdi>
    </div>
  ) : null;
}

function Amount({ indicator: { unit, value } }: { indicator: MeasuredIndicator }) {
  const { t } = useTranslation('programme-results');
  const money = useMoney();
  if (value === null) return <span className={classes.soft}>{t('targets.noValue')}</span>;
  if (unit === 'cents') return money(value);
  return unit === 'days' ? t('daysCount', { count: value }) : value;
}

const LENGTH = 100;

/** As long as the target, or as what was reached where that is more. */
function TargetBar({ share }: { share: number }) {
  const most = Math.max(1, share);
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${LENGTH} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={classes.promised} x="0" y="0" width={LENGTH / most} height="10" rx="1" />
      <rect
        className={classes.reached}
        x="0"
        y="2"
        width={(share / most) * LENGTH}
        height="6"
        rx="1"
      />
    </svg>
  );
}
