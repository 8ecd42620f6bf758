import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReportDue } from '#api/dashboards.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import classes from './dashboards.module.css';

interface ReportsDuePanelProps {
  /** Takes its programme and period to the choice above. */
  onPrepare: (due: ReportDue) => void;
}

/** What programmes owe their funders, by day: what is late, what is next, what went. */
export function ReportsDuePanel({ onPrepare }: ReportsDuePanelProps) {
  const { t } = useTranslation('dashboards');
  const words = useRuleWords();
  const dates = useDates();
  const { data } = useQuery({
    queryKey: ['reports', 'due'],
    queryFn: () => vault.reportCalendar.list({}),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div className={classes.calendar}>
      <Panel title={t('calendar.title')}>
        <table className={classes.table} aria-label={t('calendar.title')}>
          <thead>
            <tr>
              <th scope="col">{t('calendar.report')}</th>
              <th scope="col">{t('calendar.period')}</th>
              <th scope="col">{t('calendar.due')}</th>
              <th scope="col">{t('calendar.state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((due) => (
              <tr key={`${due.programmeId} ${due.name.en} ${due.to}`}>
                <th scope="row">
                  {words(due.name)}
                  <div className={classes.note}>{due.programme}</div>
                </th>
                <td>
                  {dates.day(due.from)} – {dates.day(due.to)}
                </td>
                <td>{dates.day(due.dueOn)}</td>
                <td>
                  <State due={due} onPrepare={onPrepare} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
    </div>
  );
}

function State({ due, onPrepare }: ReportsDuePanelProps & { due: ReportDue }) {
  const { t } = useTranslation('dashboards');
  const { today } = useSession();
  if (due.sentNumber !== undefined) {
    return <Tag tone="good">{t('calendar.sent', { number: due.sentNumber })}</Tag>;
  }
  const isLate = due.dueOn < today;
  return (
    <>
      <Tag tone={isLate ? 'attention' : 'neutral'}>
        {t(isLate ? 'calendar.overdue' : 'calendar.coming')}
      </Tag>{' '}
      {due.to <= today && (
        <Button variant="subtle" size="compact-sm" onClick={() => onPrepare(due)}>
          {t('calendar.prepare')}
        </Button>
      )}
    </>
  );
}
