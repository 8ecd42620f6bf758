import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#api/dashboards.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { BarTable } from './bar-table.tsx';
import classes from './dashboards.module.css';
import { MonthChart } from './month-chart.tsx';
import { TransitionTable } from './transition-table.tsx';
import { useWaitingBand } from './use-waiting-band.ts';

/** Together they are too long for a page that is looked over. */
export const dashboardParts = ['files', 'stages', 'outcomes'] as const;
export type DashboardPart = (typeof dashboardParts)[number];

interface DashboardPanelsProps {
  dashboard: Dashboard;
  part: DashboardPart;
}

export function DashboardPanels({ dashboard, part }: DashboardPanelsProps) {
  const { t } = useTranslation('dashboards');
  if (part === 'stages') return <Flows dashboard={dashboard} />;
  if (part === 'outcomes') return <Outcomes dashboard={dashboard} />;
  return (
    <>
      <div className={classes.wide}>
        <Panel title={t('caseload.title')} hint={t('caseload.hint')}>
          <MonthChart months={dashboard.months} />
        </Panel>
      </div>
      <Workers dashboard={dashboard} />
      <Waiting dashboard={dashboard} />
    </>
  );
}

function Outcomes({ dashboard }: Part) {
  const { t } = useTranslation('dashboards');
  const { transitions } = dashboard;
  return (
    <>
      <div className={classes.wide}>
        <Panel title={t('outcomes.title')} hint={t('outcomes.hint')}>
          {transitions.length > 0 ? (
            <TransitionTable transitions={transitions} />
          ) : (
            t('outcomes.none')
          )}
        </Panel>
      </div>
      <FirstService dashboard={dashboard} />
      <Reviews dashboard={dashboard} />
    </>
  );
}

interface Part {
  dashboard: Dashboard;
}

function Workers({ dashboard: { workers } }: Part) {
  const { t } = useTranslation('dashboards');
  return (
    <Panel title={t('workers.title')}>
      <BarTable
        caption={t('workers.title')}
        heads={[t('workers.worker'), t('workers.open')]}
        rows={workers.map(({ workerId, name, open }) => ({
          key: workerId ?? '',
          label: workerId === null ? t('workers.nobody') : name,
          value: open,
        }))}
      />
    </Panel>
  );
}

function Waiting({ dashboard: { waiting } }: Part) {
  const { t } = useTranslation('dashboards');
  const { label } = useLabels();
  const oldest = (state: string) =>
    t('waiting.days', { count: waiting.find((one) => one.state === state)?.oldestDays ?? 0 });
  return (
    <Panel title={t('waiting.title')}>
      {waiting.length === 0 ? (
        t('waiting.none')
      ) : (
        <BarTable
          caption={t('waiting.title')}
          heads={[t('waiting.state'), t('waiting.count')]}
          rows={waiting.map(({ state, count }) => ({
            key: state,
            label: label('referralStates', state),
            value: count,
          }))}
          note={{ head: t('waiting.oldest'), of: oldest }}
        />
      )}
    </Panel>
  );
}

function Flows({ dashboard: { flows } }: Part) {
  const { t } = useTranslation('dashboards');
  const words = useRuleWords();
  if (flows.length === 0) return <p className={classes.wide}>{t('flow.none')}</p>;
  return flows.map(({ programmeId, programme, stages }) => (
    <Panel key={programmeId} title={t('flow.title', { programme })}>
      <BarTable
        caption={t('flow.title', { programme })}
        heads={[t('flow.stage'), t('flow.reached')]}
        rows={stages.map(({ code, name, reached }) => ({
          key: code,
          label: words(name),
          value: reached,
        }))}
        note={{
          head: t('flow.now'),
          of: (code) => String(stages.find((one) => one.code === code)?.now ?? 0),
        }}
      />
    </Panel>
  ));
}

function FirstService({ dashboard: { firstService } }: Part) {
  const { t } = useTranslation('dashboards');
  const { files, medianDays, bands } = firstService;
  const name = useWaitingBand();
  return (
    <Panel title={t('firstService.title')} hint={t('firstService.hint', { count: files })}>
      {medianDays !== null && (
        <p className={classes.median}>{t('firstService.median', { count: medianDays })}</p>
      )}
      <BarTable
        caption={t('firstService.title')}
        heads={[t('firstService.days'), t('firstService.files')]}
        rows={bands.map(({ code, count }) => ({ key: code, label: name(code), value: count }))}
      />
    </Panel>
  );
}

const reviewCodes = ['overdue', 'soon', 'later', 'notSet'] as const;
type ReviewCode = (typeof reviewCodes)[number];

function Reviews({ dashboard: { reviews } }: Part) {
  const { t } = useTranslation('dashboards');
  const name = (code: string) =>
    reviewCodes.find((one) => one === code) ? t(`reviews.${code as ReviewCode}`) : code;
  return (
    <Panel title={t('reviews.title')} hint={t('reviews.hint')}>
      <BarTable
        caption={t('reviews.title')}
        heads={[t('reviews.when'), t('reviews.plans')]}
        rows={reviews.map(({ code, count }) => ({ key: code, label: name(code), value: count }))}
      />
    </Panel>
  );
}
