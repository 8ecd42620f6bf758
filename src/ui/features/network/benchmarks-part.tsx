import { Button, Group, Skeleton } from '@mantine/core';
import { IconStairsUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benchmark } from '#api/network.ts';
import { type BenchmarkReading, stepsOf } from '#domain/network/benchmark.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import table from '#ui/components/data-table.module.css';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { BenchmarkDialog } from './benchmark-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import classes from './network.module.css';
import type { PartProps } from './network-page.tsx';
import { useBenchmarks } from './use-network.ts';

/** Where a city or an office stood, and where it stands now. */
export function BenchmarksPart({ programmeId }: PartProps) {
  const { t } = useTranslation('network');
  const isCoordinator = useSession().user.role === 'coordinator';
  const [edited, setEdited] = useState<Benchmark | 'new'>();
  const [isExporting, setExporting] = useState(false);
  const { data, error, refetch } = useBenchmarks(programmeId);
  const items = data?.items ?? [];
  return (
    <Panel
      title={t('benchmarks.title')}
      hint={t('benchmarks.hint')}
      actions={
        <Group gap="xs">
          {isCoordinator && items.length > 0 && (
            <Button variant="default" onClick={() => setExporting(true)}>
              {t('export.button')}
            </Button>
          )}
          <Button onClick={() => setEdited('new')}>{t('benchmarks.add')}</Button>
        </Group>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={160} />}
      {data && items.length === 0 && (
        <EmptyState icon={<IconStairsUp size={28} />} title={t('benchmarks.empty')}>
          {t('benchmarks.emptyText')}
        </EmptyState>
      )}
      {items.length > 0 && <BenchmarkTable items={items} onEdit={setEdited} />}
      {edited && (
        <BenchmarkDialog
          benchmark={edited === 'new' ? undefined : edited}
          programmeId={programmeId}
          onClose={() => setEdited(undefined)}
        />
      )}
      {isExporting && (
        <ExportDialog
          what="benchmarks"
          fileName="approdo-benchmarks"
          write={(file) =>
            vault.benchmarks.export({ ...file, ...(programmeId ? { programmeId } : {}) })
          }
          onClose={() => setExporting(false)}
        />
      )}
    </Panel>
  );
}

interface BenchmarkTableProps {
  items: readonly Benchmark[];
  onEdit: (benchmark: Benchmark) => void;
}

function BenchmarkTable({ items, onEdit }: BenchmarkTableProps) {
  const { t } = useTranslation('network');
  const labels = useLabels();
  return (
    <DataTable
      caption={t('benchmarks.title')}
      columns={(['office', 'before', 'after', 'steps'] as const).map((key) => ({
        key,
        label: t(`benchmarks.columns.${key}`),
      }))}
    >
      {items.map((one) => {
        const { indicator, ownIndicator, before, after } = one.details;
        return (
          <tr key={one.id}>
            <td>
              <button type="button" className={table.rowLink} onClick={() => onEdit(one)}>
                <bdi>
                  {indicator ? labels.label('benchmarkIndicators', indicator) : ownIndicator}
                </bdi>
              </button>
              <p className={classes.quote}>
                <bdi>{one.organisationName}</bdi>
              </p>
            </td>
            <td>
              <Reading reading={before} />
            </td>
            <td>{after ? <Reading reading={after} /> : t('benchmarks.notYet')}</td>
            <td>
              <Steps steps={stepsOf(one.details)} />
            </td>
          </tr>
        );
      })}
    </DataTable>
  );
}

function Reading({ reading }: { reading: BenchmarkReading }) {
  const { t } = useTranslation('network');
  const dates = useDates();
  return (
    <>
      <span className={classes.levels}>
        <strong>{t('benchmarks.level', { level: reading.level })}</strong> · {dates.day(reading.on)}
      </span>
      {reading.seen && (
        <p className={classes.quote}>
          <bdi>{reading.seen}</bdi>
        </p>
      )}
    </>
  );
}

function Steps({ steps }: { steps: number | undefined }) {
  const { t } = useTranslation('network');
  if (steps === undefined) return null;
  if (steps === 0) return <Tag>{t('benchmarks.same')}</Tag>;
  return (
    <Tag tone={steps > 0 ? 'good' : 'bad'}>
      <bdi dir="ltr">{steps > 0 ? `+${steps}` : `−${-steps}`}</bdi>
    </Tag>
  );
}
