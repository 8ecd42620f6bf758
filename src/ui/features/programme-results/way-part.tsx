import { useTranslation } from 'react-i18next';
import type { WaitingTimes } from '#api/programme-results.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { BarTable } from '../dashboards/bar-table.tsx';
import { useWaitingBand } from '../dashboards/use-waiting-band.ts';
import classes from './programme-results.module.css';
import type { ResultsPart } from './results-page.tsx';

/** How long people wait, how it ended for those who left, and who is slipping away. */
export function WayPart(given: ResultsPart) {
  const { firstService, firstActivated } = given.results;
  return (
    <div className={classes.panels}>
      <Waiting what="service" times={firstService} />
      <Waiting what="activated" times={firstActivated} />
      <Outcomes {...given} />
      <Disengaged {...given} />
    </div>
  );
}

function Waiting({ what, times }: { what: 'service' | 'activated'; times: WaitingTimes }) {
  const { t } = useTranslation('programme-results');
  const band = useWaitingBand();
  const { joined, items, medianDays, bands } = times;
  const title = t(`waiting.${what}`);
  return (
    <Panel title={title} hint={what === 'activated' && t('waiting.activatedHint')}>
      {joined === 0 ? (
        t('waiting.none')
      ) : (
        <>
          <ul className={classes.facts}>
            {medianDays !== null && (
              <li>
                <strong>{t('waiting.median', { count: medianDays })}</strong>
              </li>
            )}
            <li>{t('waiting.joined', { count: joined })}</li>
            <li>{t('waiting.services', { count: items })}</li>
          </ul>
          <BarTable
            caption={title}
            heads={[t('waiting.days'), t('waiting.people')]}
            rows={bands.map(({ code, count }) => ({ key: code, label: band(code), value: count }))}
          />
        </>
      )}
    </Panel>
  );
}

function Outcomes({ results: { outcomes }, onOpen }: ResultsPart) {
  const { t } = useTranslation('programme-results');
  const { label } = useLabels();
  const { left, exits, helpful, notHelpful, notAsked } = outcomes;
  const asked = [
    { key: 'helpful', label: t('outcomes.helpful'), value: helpful },
    { key: 'notHelpful', label: t('outcomes.notHelpful'), value: notHelpful },
    { key: 'notAsked', label: t('outcomes.notAsked'), value: notAsked },
  ];
  const rows = [
    ...exits.map(({ code, count }) => ({
      key: `exit:${code}`,
      label: label('enrolmentOutcomes', code),
      value: count,
    })),
    ...asked,
  ];
  return (
    <Panel title={t('outcomes.title')}>
      {left === 0 ? (
        t('outcomes.none')
      ) : (
        <BarTable
          caption={t('outcomes.title')}
          heads={[t('outcomes.exit'), t('outcomes.people')]}
          rows={rows}
          onOpen={({ key, label }) => onOpen({ figure: key, words: label })}
        />
      )}
    </Panel>
  );
}

function Disengaged({ results: { disengaged }, onOpen }: ResultsPart) {
  const { t } = useTranslation('programme-results');
  const { days, silent, lost } = disengaged;
  return (
    <Panel title={t('disengaged.title')}>
      <BarTable
        caption={t('disengaged.title')}
        heads={[t('disengaged.what'), t('disengaged.people')]}
        rows={[
          { key: 'silent', label: t('disengaged.silent', { days }), value: silent },
          { key: 'lost', label: t('disengaged.lost'), value: lost },
        ]}
        onOpen={({ key, label }) => onOpen({ figure: key, words: label })}
      />
    </Panel>
  );
}
