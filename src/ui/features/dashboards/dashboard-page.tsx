import { Alert, NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useWorkers } from '../people/use-workers.ts';
import { quickPeriodOn } from '../reports/periods.ts';
import { useOfferedPlans } from '../reports/plan-chooser.tsx';
import { DashboardPanels, type DashboardPart, dashboardParts } from './dashboard-panels.tsx';
import classes from './dashboards.module.css';

/** Kept in the address, so that a view can be kept and gone back to; ids only. */
interface DashboardSearch {
  /** The first of them, if absent. */
  part?: DashboardPart;
  from?: string;
  to?: string;
  programmeId?: string;
  workerId?: string;
}

const keys = ['from', 'to', 'programmeId', 'workerId'] as const;

export function readDashboardSearch(search: Record<string, unknown>): DashboardSearch {
  const part = dashboardParts.find((one) => one === search.part);
  return {
    ...(part ? { part } : {}),
    ...Object.fromEntries(
      keys.flatMap((key) => {
        const value = search[key];
        return typeof value === 'string' && /^[0-9a-f-]{8,36}$/.test(value) ? [[key, value]] : [];
      }),
    ),
  };
}

export function DashboardPage() {
  const { t } = useTranslation('dashboards');
  const { today } = useSession();
  const dates = useDates();
  const search = useSearch({ from: '/reports/dashboard' });
  const year = quickPeriodOn('thisYear', today);
  const { part = 'files', from = year.from, to = year.to, programmeId, workerId } = search;
  const question = {
    from,
    to,
    ...(programmeId ? { programmeId } : {}),
    ...(workerId ? { workerId } : {}),
  };
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'dashboard', question],
    queryFn: () => vault.dashboards.get(question),
  });
  return (
    <>
      <BackLink to="/reports">{t('back')}</BackLink>
      <PageHeading lead={t('lead', { from: dates.day(from), to: dates.day(to) })}>
        {t('title')}
      </PageHeading>
      <Panel>
        <Filters search={{ ...search, from, to }} />
      </Panel>
      <Alert color="petrol" mt="md">
        {t('unprotected')}
      </Alert>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <div className={classes.parts}>
        <PageTabs label={t('parts.label')}>
          {dashboardParts.map((one) => (
            <PageTab
              key={one}
              to="/reports/dashboard"
              search={{ ...search, part: one }}
              aria-current={one === part ? 'page' : undefined}
              activeProps={{ 'aria-current': one === part ? 'page' : undefined }}
            >
              {t(`parts.${one}`)}
            </PageTab>
          ))}
        </PageTabs>
      </div>
      {data ? (
        <div className={classes.panels} aria-live="polite">
          <DashboardPanels dashboard={data} part={part} />
        </div>
      ) : (
        !error && <Skeleton height={240} mt="md" />
      )}
    </>
  );
}

function Filters({ search }: { search: DashboardSearch }) {
  const { t } = useTranslation('dashboards');
  const navigate = useNavigate({ from: '/reports/dashboard' });
  const workers = useWorkers();
  const programmes = useOfferedPlans()?.programmes ?? [];
  const set = (part: DashboardSearch) =>
    void navigate({
      search: readDashboardSearch({ ...search, ...part }),
      replace: true,
    });
  return (
    <div className={classes.filters}>
      <DateField label={t('from')} value={search.from} onChange={(from) => from && set({ from })} />
      <DateField label={t('to')} value={search.to} onChange={(to) => to && set({ to })} />
      <NativeSelect
        label={t('programme')}
        value={search.programmeId ?? ''}
        onChange={(event) => set({ programmeId: event.currentTarget.value })}
        data={[
          { value: '', label: t('everyProgramme') },
          ...programmes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('worker')}
        value={search.workerId ?? ''}
        onChange={(event) => set({ workerId: event.currentTarget.value })}
        data={[{ value: '', label: t('everybody') }, ...workers]}
      />
    </div>
  );
}
