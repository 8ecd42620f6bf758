import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Release } from '#api/releases.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './reports-page.module.css';
import { useCellLabel } from './use-cell-label.ts';

const now = '';

/** "Why does this figure differ": from what the register says now, or from another report. */
export function ReleaseComparison({ release }: { release: Release }) {
  const { t } = useTranslation('reports');
  const dates = useDates();
  const [withId, setWithId] = useState(now);
  const { data: list } = useQuery({
    queryKey: ['releases', 'list'],
    queryFn: () => vault.releases.list({}),
  });
  const { data, error } = useQuery({
    queryKey: ['releases', 'compare', release.id, withId],
    queryFn: () => vault.releases.compare({ id: release.id, ...(withId ? { withId } : {}) }),
  });
  const others = (list?.items ?? []).filter(({ id }) => id !== release.id);
  return (
    <Panel title={t('compare.title')}>
      <NativeSelect
        className={classes.comparedWith}
        label={t('compare.with')}
        value={withId}
        onChange={(event) => setWithId(event.currentTarget.value)}
        data={[
          { value: now, label: t('compare.now') },
          ...others.map(({ id, number, recipient, sentOn }) => ({
            value: id,
            label: `${t('sent.name', { number, recipient })} · ${dates.day(sentOn)}`,
          })),
        ]}
      />
      <ErrorNotice error={error} />
      {data ? <Reasons comparison={data} /> : !error && <Skeleton height={80} mt="md" />}
    </Panel>
  );
}

function Reasons({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation('reports');
  const { total, byPeriod, registeredSince, otherChange, hiddenInOne, differences } = comparison;
  const reasons = [
    byPeriod !== 0 && t('compare.byPeriod', { change: signed(byPeriod) }),
    registeredSince > 0 && t('compare.registered', { count: registeredSince }),
    otherChange !== 0 && t('compare.other', { change: signed(otherChange) }),
    hiddenInOne > 0 && t('compare.hidden', { count: hiddenInOne }),
  ].filter((reason) => reason !== false);
  return (
    <div aria-live="polite">
      <p className={classes.comparedTotal}>
        {total.before === total.after
          ? t('compare.same', { total: total.before })
          : t('compare.total', total)}
      </p>
      {reasons.length > 0 && (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {differences.length > 0 && <Differences comparison={comparison} />}
    </div>
  );
}

const signed = (change: number) => (change > 0 ? `+${change}` : `−${-change}`);

function Differences({ comparison: { earlier, later, differences } }: { comparison: Comparison }) {
  const { t } = useTranslation('reports');
  const cellLabel = useCellLabel();
  const name = (release: Release | undefined) =>
    release ? t('compare.number', { number: release.number }) : t('compare.now');
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('compare.figure')}</th>
            <th scope="col">{name(earlier)}</th>
            <th scope="col">{name(later)}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ cell, before, after }) => (
            <tr key={cell}>
              <th scope="row">{cellLabel(cell)}</th>
              <td>{before ?? t('hiddenMark')}</td>
              <td>{after ?? t('hiddenMark')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
