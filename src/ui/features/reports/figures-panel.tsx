import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figure, Summary } from '#api/reports.ts';
import { Folded } from '#ui/components/folded.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { type FigurePlace, OpenableFigure } from './openable-figure.tsx';
import classes from './reports-page.module.css';

interface FiguresPanelProps {
  summary: Summary;
  onOpen?: ((figure: FigurePlace) => void) | undefined;
}

/** The indicators of a report with their funder's words, where they come from, and what was not counted. */
export function FiguresPanel({ summary, onOpen }: FiguresPanelProps) {
  const { t, i18n } = useTranslation('report-plans');
  const words = useRuleWords();
  const { figures, notComputed } = summary;
  const hasShares = figures.some(({ shareOf }) => shareOf !== undefined);
  const percent = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <Panel
      title={t('figures.title')}
      hint={summary.activity === undefined ? t('figures.hint') : undefined}
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('figures.indicator')}</th>
              <th scope="col">{t('figures.people')}</th>
              {hasShares && <th scope="col">{t('figures.share')}</th>}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">
                  <FigureWords figure={figure} />
                </th>
                <td>
                  <OpenableFigure
                    value={figure.value}
                    place={{ [figure.id]: 'yes' }}
                    words={`${figure.code} ${words(figure.wording)}`}
                    onOpen={onOpen}
                  />
                </td>
                {hasShares && (
                  <td>
                    {figure.share === null
                      ? figure.shareOf && t('figures.noShare')
                      : `${percent.format(figure.share)} %`}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {notComputed.length > 0 && (
        <Folded label={t('figures.notComputed', { count: notComputed.length })}>
          <ul className={classes.reasons}>
            {notComputed.map(({ id, code, wording, why }) => (
              <li key={id}>
                <strong>
                  <bdi>{code}</bdi>
                </strong>{' '}
                <bdi>{words(wording)}.</bdi> <bdi>{words(why)}</bdi>
              </li>
            ))}
          </ul>
        </Folded>
      )}
    </Panel>
  );
}

function FigureWords({ figure }: { figure: Figure }) {
  const { t } = useTranslation('report-plans');
  const words = useRuleWords();
  const { code, wording, countedAs, source, standing, isReduced } = figure;
  return (
    <>
      <bdi className={classes.code}>{code}</bdi> <bdi>{words(wording)}</bdi>{' '}
      <Tag tone={standing === 'official' ? 'good' : 'neutral'}>{t(`standings.${standing}`)}</Tag>
      <Text size="sm" fw={400} c="dimmed">
        {countedAs && <bdi>{words(countedAs)}</bdi>} <bdi>{source}</bdi>
        {isReduced && ` · ${t('figures.reduced')}`}
      </Text>
    </>
  );
}
