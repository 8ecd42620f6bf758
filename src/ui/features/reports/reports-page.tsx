import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconArchive, IconChartBar } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { IdentifiedSheetDialog } from './identified-sheet-dialog.tsx';
import { quickPeriodOn, quickPeriods, type ReportPeriod } from './periods.ts';
import { ReportProblem } from './report-problem.tsx';
import classes from './reports-page.module.css';
import { SummaryView } from './summary-view.tsx';

export function ReportsPage() {
  const { t } = useTranslation('reports');
  const { today, user } = useSession();
  const [isNaming, setNaming] = useState(false);
  const [typed, setTyped] = useState<Partial<ReportPeriod>>(quickPeriodOn('thisQuarter', today));
  const [asked, setAsked] = useState<ReportPeriod>();
  const { from, to } = typed;
  const isReadable = from !== undefined && to !== undefined && from <= to;
  const { data, error, isFetching } = useQuery({
    queryKey: ['reports', 'summary', asked?.from, asked?.to],
    queryFn: () => (asked ? vault.reports.summary(asked) : undefined),
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
        <form
          className={classes.period}
          onSubmit={(event) => {
            event.preventDefault();
            if (isReadable) setAsked({ from, to });
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
                    setAsked(period);
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
          <>
            <Text c="dimmed">{t('preparing')}</Text>
            <Skeleton height={220} mt="sm" />
          </>
        )}
        {!isFetching && <ReportProblem error={error} />}
        {!asked && (
          <Panel>
            <EmptyState icon={<IconChartBar size={28} />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          </Panel>
        )}
        {data && !error && <SummaryView summary={data} />}
      </div>
    </>
  );
}
