import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { ReleaseComparison } from './release-comparison.tsx';
import { ReleaseFiles } from './release-files.tsx';
import classes from './reports-page.module.css';
import { SummaryTables } from './summary-view.tsx';

/** One report as it was sent: what was printed, its files, and why a figure differs from another's. */
export function SentReportPage() {
  const { t } = useTranslation('reports');
  const { releaseId } = useParams({ from: '/reports/sent/$releaseId' });
  const dates = useDates();
  const { data, error, refetch } = useQuery({
    queryKey: ['releases', 'get', releaseId],
    queryFn: () => vault.releases.get({ id: releaseId }),
  });
  if (!data) {
    return (
      <>
        <BackLink to="/reports/sent">{t('sent.title')}</BackLink>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!error && <Skeleton height={240} />}
      </>
    );
  }
  const { release, summary } = data;
  const { number, recipient, period, sentOn, sentBy, total, threshold, seal } = release;
  return (
    <>
      <BackLink to="/reports/sent">{t('sent.title')}</BackLink>
      <PageHeading lead={t('sent.by', { date: dates.day(sentOn), name: sentBy })}>
        {t('sent.name', { number, recipient })}
      </PageHeading>
      <Stack gap="lg">
        <Panel title={t('sent.files')}>
          <Stack gap="md">
            <FactList
              facts={[
                {
                  label: t('sent.period'),
                  value: `${dates.day(period.from)} – ${dates.day(period.to)}`,
                },
                { label: t('total'), value: total },
                { label: t('sent.threshold'), value: threshold },
                {
                  label: t('sent.seal'),
                  value: (
                    <code className={classes.seal}>{seal.replace(/(.{8})(?=.)/g, '$1 ')}</code>
                  ),
                },
              ]}
            />
            <ReleaseFiles release={release} />
          </Stack>
        </Panel>
        <ReleaseComparison release={release} />
        <SummaryTables summary={summary} releaseId={release.id} />
      </Stack>
    </>
  );
}
