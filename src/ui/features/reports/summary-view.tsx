import { Button } from '@mantine/core';
import { IconSend, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Summary } from '#api/reports.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './reports-page.module.css';
import { SendDialog } from './send-dialog.tsx';
import { SummaryTable } from './summary-table.tsx';

export function SummaryView({ summary }: { summary: Summary }) {
  const { t } = useTranslation('reports');
  const dates = useDates();
  const { period } = summary;
  const [isSending, setIsSending] = useState(false);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.total}>
          <span className={classes.number}>{summary.total}</span>
          <span>
            <strong>{t('total')}</strong> · {dates.day(period.from)} – {dates.day(period.to)}
            <br />
            <span className={classes.method}>{t('totalText')}</span>
          </span>
        </div>
        <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setIsSending(true)}>
          {t('export')}
        </Button>
      </div>
      {isSending && <SendDialog period={period} onClose={() => setIsSending(false)} />}
      <SummaryTables summary={summary} />
      <div className={classes.why}>
        <HiddenCells summary={summary} />
      </div>
    </>
  );
}

export function SummaryTables({ summary }: { summary: Summary }) {
  const { t } = useTranslation('reports');
  return (
    <div className={classes.tables}>
      {summary.tables.map((table) => (
        <div key={table.name} className={table.columns.length > 2 ? classes.wide : undefined}>
          <Panel title={t(`tables.${table.name}`)}>
            <SummaryTable table={table} />
          </Panel>
        </div>
      ))}
    </div>
  );
}

/** Why some numbers are not there, in words a funder understands. */
function HiddenCells({ summary }: { summary: Summary }) {
  const { t } = useTranslation('reports');
  const { hidden, threshold, method } = summary;
  return (
    <Panel title={t('hiddenTitle')}>
      {hidden.small + hidden.protecting === 0 ? (
        t('hiddenNone')
      ) : (
        <ul>
          <li>{t('hiddenText', { threshold })}</li>
          {hidden.small > 0 && <li>{t('hiddenSmall', { count: hidden.small })}</li>}
          {summary.earlier > 0 && <li>{t('hiddenEarlier', { count: summary.earlier })}</li>}
          {hidden.protecting > 0 && <li>{t('hiddenProtecting', { count: hidden.protecting })}</li>}
        </ul>
      )}
      {/* A report that did not pass the audit never comes here: it is refused. */}
      <p className={classes.audit}>
        <IconShieldCheck size={22} aria-hidden />
        {t('auditPassed')}
      </p>
      <p className={classes.method}>
        {t(method === 'optimal' ? 'methodOptimal' : 'methodHeuristic')}
      </p>
    </Panel>
  );
}
