import { Button, Group } from '@mantine/core';
import { IconArchive, IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPlan } from '#domain/reports/report-plan.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { ReportsDuePanel } from '../dashboards/reports-due-panel.tsx';
import { IdentifiedSheetDialog } from './identified-sheet-dialog.tsx';
import { quickPeriodOn, quickPeriods, type ReportPeriod } from './periods.ts';
import {
  type ChosenPlan,
  firstChoice,
  PlanChooser,
  planOf,
  programmeKind,
  useOfferedPlans,
} from './plan-chooser.tsx';
import { ReportProblem } from './report-problem.tsx';
import { ReportProgress } from './report-progress.tsx';
import classes from './reports-page.module.css';
import { SummaryView } from './summary-view.tsx';

/** A programme, and the time its report is of. */
interface ReportsSearch {
  programmeId?: string;
  from?: string;
  to?: string;
}

export function readReportsSearch(search: Record<string, unknown>): ReportsSearch {
  const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const { programmeId, from, to } = search;
  if (typeof programmeId !== 'string' || !/^[0-9a-f-]{36}$/.test(programmeId)) return {};
  return isDay(from) && isDay(to)
    ? { programmeId, from: String(from), to: String(to) }
    : { programmeId };
}

interface AskedReport {
  wanted: ReportPeriod & { plan?: ReportPlan };
  /** Asking again for the same makes it again: it was stopped, or the register has changed. */
  time: number;
}

export function ReportsPage() {
  const { t } = useTranslation(['reports', 'dashboards']);
  const { today, user } = useSession();
  const [isNaming, setNaming] = useState(false);
  const { programmeId = '', ...given } = useSearch({ from: '/reports' });
  const [typed, setTyped] = useState<Partial<ReportPeriod>>({
    ...quickPeriodOn('thisQuarter', today),
    ...given,
  });
  const [chosen, setChosen] = useState<ChosenPlan>({
    ...firstChoice,
    programmeId,
    ...(programmeId === '' ? {} : { kind: programmeKind }),
  });
  const [asked, setAsked] = useState<AskedReport>();
  const { lists = [], programmes = [] } = useOfferedPlans() ?? {};
  const ask = (period: ReportPeriod) => {
    const plan = planOf(chosen, { lists, programmes });
    const wanted = { ...period, ...(plan ? { plan } : {}) };
    setAsked((before) => ({ wanted, time: (before?.time ?? 0) + 1 }));
  };
  const { from, to } = typed;
  const isReadable = from !== undefined && to !== undefined && from <= to;
  const { data, error, isFetching } = useQuery({
    queryKey: ['reports', 'summary', asked],
    queryFn: () => (asked ? vault.reports.summary(asked.wanted) : undefined),
    enabled: asked !== undefined,
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <>
      <PageHeading
        lead={t('lead')}
        actions={
          <>
            {user.role === 'coordinator' && isReadable && (
              <Button variant="subtle" onClick={() => setNaming(true)}>
                {t('identified.open')}
              </Button>
            )}
            {user.role === 'coordinator' && (
              <LinkButton
                to="/reports/dashboard"
                variant="default"
                leftSection={<IconChartBar size={18} aria-hidden />}
              >
                {t('dashboards:open')}
              </LinkButton>
            )}
            <LinkButton
              to="/reports/sent"
              variant="default"
              leftSection={<IconArchive size={18} aria-hidden />}
            >
              {t('sent.title')}
            </LinkButton>
          </>
        }
      >
        {t('title')}
      </PageHeading>
      {isNaming && isReadable && (
        <IdentifiedSheetDialog period={{ from, to }} onClose={() => setNaming(false)} />
      )}
      <Panel>
        <PlanChooser
          chosen={chosen}
          onChange={(next) => {
            setChosen(next);
            // What is shown is of the former choice.
            setAsked(undefined);
          }}
        />
        <form
          className={classes.period}
          onSubmit={(event) => {
            event.preventDefault();
            if (isReadable) ask({ from, to });
          }}
        >
          <Group gap="xs">
            {quickPeriods.map((name) => {
              const period = quickPeriodOn(name, today);
              const isChosen = period.from === from && period.to === to;
              return (
                <Button
                  key={name}
                  variant={isChosen ? 'light' : 'default'}
                  aria-pressed={isChosen}
                  onClick={() => {
                    setTyped(period);
                    ask(period);
                  }}
                >
                  {t(`quick.${name}`)}
                </Button>
              );
            })}
          </Group>
          <Group gap="sm" align="flex-end">
            <DateField
              className={classes.date}
              label={t('from')}
              value={from}
              onChange={(day) => setTyped({ ...typed, from: day })}
            />
            <DateField
              className={classes.date}
              label={t('to')}
              value={to}
              onChange={(day) => setTyped({ ...typed, to: day })}
            />
            <Button type="submit" disabled={!isReadable} loading={isFetching}>
              {t('show')}
            </Button>
          </Group>
        </form>
      </Panel>
      <div className={classes.result} aria-live="polite">
        {isFetching && !data && (
          <Panel>
            <ReportProgress />
          </Panel>
        )}
        {!isFetching && <ReportProblem error={error} />}
        {!asked && (
          <Panel>
            <EmptyState icon={<IconChartBar size={28} />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          </Panel>
        )}
        {!asked && (
          <ReportsDuePanel
            onPrepare={({ from, to, programmeId }) => {
              setChosen({ ...chosen, programmeId, kind: programmeKind });
              setTyped({ from, to });
            }}
          />
        )}
        {data && !error && !isFetching && <SummaryView summary={data} />}
      </div>
    </>
  );
}
