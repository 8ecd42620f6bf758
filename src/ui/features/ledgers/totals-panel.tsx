import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerTotals } from '#api/ledgers.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useMoney } from '#ui/i18n/use-money.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { ExportLedgerDialog } from './export-ledger-dialog.tsx';
import classes from './ledgers.module.css';

/** For coordinators: what the programme planned, owes and paid, by line and by source. */
export function TotalsPanel({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('ledgers');
  const money = useMoney();
  const [isExporting, setExporting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['ledgers', 'sum', programmeId],
    queryFn: () => vault.ledgers.sum({ programmeId }),
  });
  return (
    <Panel
      title={t('totals.title')}
      hint={data && t('totals.hint', { count: data.entries })}
      actions={
        data &&
        data.entries > 0 && (
          <Button variant="default" onClick={() => setExporting(true)}>
            {t('totals.export')}
          </Button>
        )
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data && (
        <Stack gap="md">
          {data.overGrantCents !== undefined && (
            <Alert color="red">{t('totals.overGrant', { sum: money(data.overGrantCents) })}</Alert>
          )}
          {data.withoutReceipt > 0 && (
            <Alert color="yellow">
              {t('totals.withoutReceipt', { count: data.withoutReceipt })}
            </Alert>
          )}
          <FactList
            facts={[
              {
                label: t('totals.grant'),
                value: data.grantCents !== undefined && money(data.grantCents),
              },
              { label: t('totals.people'), value: data.people > 0 && String(data.people) },
              {
                label: t('totals.mean'),
                value: data.meanCents !== undefined && money(data.meanCents),
              },
            ]}
          />
          <TotalsTables totals={data} />
        </Stack>
      )}
      {isExporting && (
        <ExportLedgerDialog programmeId={programmeId} onClose={() => setExporting(false)} />
      )}
    </Panel>
  );
}

function TotalsTables({ totals }: { totals: LedgerTotals }) {
  const { t } = useTranslation('ledgers');
  const words = useRuleWords();
  const money = useMoney();
  const states = ['planned', 'committed', 'paid'] as const;
  const columns = (first: string) => [
    { key: 'first', label: first },
    ...states.map((state) => ({
      key: state,
      label: <span className={classes.head}>{t(`lines.${state}`)}</span>,
    })),
  ];
  const cells = (sums: LedgerTotals['sums']) =>
    states.map((state) => (
      <td key={state} className={classes.sum}>
        {money(sums[state])}
      </td>
    ));
  return (
    <>
      <DataTable caption={t('lines.caption')} columns={columns(t('lines.line'))}>
        {totals.lines.map((line) => (
          <tr key={`${line.budgetName.en} ${line.code}`}>
            <td>
              {words(line.name)}
              <div className={classes.soft}>{words(line.budgetName)}</div>
            </td>
            {cells(line.sums)}
          </tr>
        ))}
        <tr className={classes.all}>
          <td>{t('lines.all')}</td>
          {cells(totals.sums)}
        </tr>
      </DataTable>
      {totals.sources.length > 0 && (
        <DataTable caption={t('totals.sources')} columns={columns(t('totals.source'))}>
          {totals.sources.map(({ code, name, sums }) => (
            <tr key={code ?? ''}>
              <td>{name ? words(name) : t('totals.noSource')}</td>
              {cells(sums)}
            </tr>
          ))}
        </DataTable>
      )}
    </>
  );
}
