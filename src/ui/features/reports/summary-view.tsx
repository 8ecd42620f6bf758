import { Button } from '@mantine/core';
import { IconSend, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Summary } from '#api/reports.ts';
import { useSession } from '#ui/app/session.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { FigureDialog } from './figure-dialog.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import type { FigurePlace } from './openable-figure.tsx';
import classes from './reports-page.module.css';
import { SendDialog } from './send-dialog.tsx';
import { SummaryTable } from './summary-table.tsx';
import { useTableTitle } from './use-table-title.ts';

export function SummaryView({ summary }: { summary: Summary }) {
  const { t } = useTranslation(['reports', 'report-plans']);
  const dates = useDates();
  const { period, programme, everybody, activity } = summary;
  const [isSending, setIsSending] = useState(false);
  return (
    <>
      <div className={classes.head}>
        <div className={classes.total}>
          <span className={classes.number}>{summary.total}</span>
          <span>
            <strong>
              <bdi>{activity ?? programme ?? t('total')}</bdi>
            </strong>{' '}
            · {dates.day(period.from)} – {dates.day(period.to)}
            <br />
            <span className={classes.method}>
              {activity !== undefined && t('activityText')}
              {activity === undefined &&
                (programme === undefined
                  ? t('totalText')
                  : t('report-plans:population.among', { everybody }))}
            </span>
          </span>
        </div>
        <Button leftSection={<IconSend size={18} aria-hidden />} onClick={() => setIsSending(true)}>
          {t('export')}
        </Button>
      </div>
      {isSending && <SendDialog summary={summary} onClose={() => setIsSending(false)} />}
      <SummaryTables summary={summary} />
      <div className={classes.why}>
        <HiddenCells summary={summary} />
      </div>
    </>
  );
}

interface SummaryTablesProps {
  summary: Summary;
  /** The report it was printed in; absent while none was sent. */
  releaseId?: string | undefined;
}

/** What a report prints. Whoever coordinates may open each figure to the people behind it. */
export function SummaryTables({ summary, releaseId }: SummaryTablesProps) {
  const { user } = useSession();
  const [opened, setOpened] = useState<FigurePlace>();
  const titleOf = useTableTitle(summary);
  // Who came to an activity is read on its page.
  const isOpenable = user.role === 'coordinator' && summary.activity === undefined;
  const onOpen = isOpenable ? setOpened : undefined;
  const tables = summary.tables.filter(({ rowsBy }) => rowsBy !== 'indicator');
  return (
    <>
      <div className={classes.tables}>
        {summary.figures.length + summary.notComputed.length > 0 && (
          <div className={classes.wide}>
            <FiguresPanel summary={summary} onOpen={onOpen} />
          </div>
        )}
        {tables.map((table) => (
          <div key={table.name} className={table.columns.length > 2 ? classes.wide : undefined}>
            <Panel title={titleOf(table)}>
              <SummaryTable summary={summary} table={table} onOpen={onOpen} />
            </Panel>
          </div>
        ))}
      </div>
      {opened && (
        <FigureDialog
          summary={summary}
          releaseId={releaseId}
          figure={opened}
          onClose={() => setOpened(undefined)}
        />
      )}
    </>
  );
}

/** Why some numbers are not there, in words a funder understands. */
function HiddenCells({ summary }: { summary: Summary }) {
  const { t } = useTranslation(['reports', 'report-plans']);
  const { hidden, threshold, sensitiveThreshold, method, leftOut } = summary;
  return (
    <Panel title={t('hiddenTitle')}>
      {hidden.small + hidden.protecting === 0 ? (
        t('hiddenNone')
      ) : (
        <ul>
          <li>{t('hiddenText', { threshold })}</li>
          {sensitiveThreshold > threshold && (
            <li>{t('report-plans:hidden.sensitive', { threshold: sensitiveThreshold })}</li>
          )}
          {hidden.small > 0 && <li>{t('hiddenSmall', { count: hidden.small })}</li>}
          {summary.earlier > 0 && <li>{t('hiddenEarlier', { count: summary.earlier })}</li>}
          {hidden.protecting > 0 && <li>{t('hiddenProtecting', { count: hidden.protecting })}</li>}
        </ul>
      )}
      {leftOut.includes('legalStatus') && <p>{t('report-plans:hidden.leftOut')}</p>}
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
