import { Button, Stack } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityFigures } from '#api/activities.ts';
import type { ReportPlan } from '#domain/reports/report-plan.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ReportProblem } from '../reports/report-problem.tsx';
import { ReportProgress } from '../reports/report-progress.tsx';
import { SummaryView } from '../reports/summary-view.tsx';
import classes from './activities.module.css';
import { useActivity } from './use-activity.ts';
import { useActivityForm } from './use-activity-form.ts';

/** The true numbers, which stay here; and those that may leave, which are others. */
export function ActivityReport() {
  const { data } = useActivity();
  return data ? <Report activity={data} /> : null;
}

function Report({ activity }: { activity: Activity }) {
  return (
    <Stack gap="lg">
      <TrueFigures activity={activity} />
      <LeavingFigures activity={activity} />
    </Stack>
  );
}

function TrueFigures({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const { data, error, refetch } = useQuery({
    queryKey: ['activities', 'figures', activity.id],
    queryFn: () => vault.activities.figures({ id: activity.id }),
  });
  const shown = activity.isTraining
    ? (['participants', 'useful', 'usesSkills', 'volunteers', 'evaluated', 'asked'] as const)
    : (['participants', 'volunteers'] as const);
  return (
    <Panel title={t('report.true')} hint={t('report.trueHint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data && (
        <dl className={classes.figures}>
          {shown.map((name) => (
            <div key={name} className={classes.figure}>
              <dt>{t(`report.${name}`)}</dt>
              <dd>{data[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {data?.participants === 0 && <p>{t('report.nobody')}</p>}
      {data && data.groups.length > 0 && (
        <GroupsTable groups={data.groups} isTraining={activity.isTraining} />
      )}
    </Panel>
  );
}

interface GroupsTableProps {
  groups: ActivityFigures['groups'];
  isTraining: boolean;
}

function GroupsTable({ groups, isTraining }: GroupsTableProps) {
  const { t } = useTranslation('activities');
  const { label } = useLabels();
  const { origins } = useActivityForm();
  const originName = (code: string) => origins.find(({ value }) => value === code)?.label ?? code;
  const bandName = (band: string) => (band === 'unknown' ? t('people.unknown') : band);
  const columns = [
    { key: 'sex', label: t('people.sex') },
    { key: 'band', label: t('people.band') },
    { key: 'origin', label: t('people.origin') },
    { key: 'people', label: t('report.participants') },
    ...(isTraining
      ? [
          { key: 'useful', label: t('report.useful') },
          { key: 'usesSkills', label: t('report.usesSkills') },
        ]
      : []),
  ];
  return (
    <DataTable caption={t('report.caption')} columns={columns}>
      {groups.map((group) => (
        <tr key={`${group.sex} ${group.band} ${group.origin}`}>
          <td>{label('sexes', group.sex)}</td>
          <td>{bandName(group.band)}</td>
          <td>{originName(group.origin)}</td>
          <td>{group.people}</td>
          {isTraining && <td>{group.useful}</td>}
          {isTraining && <td>{group.usesSkills}</td>}
        </tr>
      ))}
    </DataTable>
  );
}

const trainingFigures = ['AMIF-O.1.2', 'AMIF-R.1.5', 'AMIF-R.1.6'];

function LeavingFigures({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const [time, setTime] = useState(0);
  const { id, details, isTraining } = activity;
  const plan: ReportPlan = {
    list: details.bands,
    counts: 'activities',
    activityId: id,
    title: details.title.slice(0, 120),
    tables: [{ rows: 'ageBand', columns: 'sex' }],
    indicators: isTraining ? trainingFigures : [],
    by: ['ageBand', 'sex'],
  };
  const { data, error, isFetching } = useQuery({
    queryKey: ['reports', 'activity', id, time],
    queryFn: () => vault.reports.summary({ from: details.from, to: details.to, plan }),
    enabled: time > 0,
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <Panel
      title={t('report.leaving')}
      hint={t('report.leavingHint')}
      actions={
        <Button
          variant="light"
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={isFetching}
          onClick={() => setTime(time + 1)}
        >
          {t('report.make')}
        </Button>
      }
    >
      {isFetching && <ReportProgress />}
      {!isFetching && <ReportProblem error={error} />}
      {data && !error && !isFetching && <SummaryView summary={data} />}
    </Panel>
  );
}
