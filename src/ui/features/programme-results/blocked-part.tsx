import { useTranslation } from 'react-i18next';
import { Panel } from '#ui/components/panel.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { type BarRow, BarTable } from '../dashboards/bar-table.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { missingFactKey } from '../programmes/missing-facts.tsx';
import classes from './programme-results.module.css';
import type { ResultsPart } from './results-page.tsx';

/** What people are stuck at, as the register shows it by itself, and what became of referrals. */
export function BlockedPart(given: ResultsPart) {
  const { t } = useTranslation('programme-results');
  const { blocked } = given.results;
  const rows = useBlockers(given);
  const { noReply, interpreter, languages } = blocked;
  const { language } = useLabels();
  return (
    <>
      <Panel title={t('blocked.title')} hint={t('blocked.hint', { count: blocked.people })}>
        {rows.every(({ value }) => value === 0) ? (
          t('blocked.none')
        ) : (
          <BarTable
            caption={t('blocked.title')}
            heads={[t('blocked.what'), t('blocked.people')]}
            rows={rows}
            onOpen={({ key, label }) => given.onOpen({ figure: key, words: label })}
          />
        )}
        <ul className={classes.notes}>
          {noReply.referrals > 0 && (
            <li>
              {listed([
                t('blocked.referrals', { count: noReply.referrals }),
                ...(noReply.late > 0 ? [t('blocked.late', { count: noReply.late })] : []),
                t('blocked.oldest', { count: noReply.oldestDays }),
              ])}
            </li>
          )}
          {interpreter.none > 0 && (
            <li>
              {t('blocked.noInterpreter')}: {interpreter.none}{' '}
              {t('blocked.needed', { count: interpreter.needed })}
            </li>
          )}
          {languages.length > 0 && (
            <li>
              {t('blocked.languages')}:{' '}
              {listed(languages.map(({ code, count }) => `${language(code)} (${count})`))}
            </li>
          )}
        </ul>
      </Panel>
      <Offices {...given} />
    </>
  );
}

function useBlockers({ programme, results: { blocked } }: ResultsPart): BarRow[] {
  const { t } = useTranslation(['programme-results', 'programmes']);
  const words = useRuleWords();
  const papers = ['noPermit', 'permitExpired', 'paperAwaited'] as const;
  const count = (list: readonly { code: string; count: number }[], code: string) =>
    list.find((one) => one.code === code)?.count ?? 0;
  const fact = (name: string) => {
    const question = programme.questions.find(({ code }) => name === `answer:${code}`);
    if (question) return t('blocked.question', { question: words(question.asks) });
    return t('blocked.fact', { fact: t(`programmes:missing.facts.${missingFactKey(name)}`) });
  };
  return [
    ...papers.map((name) => ({
      key: `paper:${name}`,
      label: t(`blocked.${name}`),
      value: count(blocked.papers, name),
    })),
    ...blocked.facts.map(({ code, count }) => ({
      key: `fact:${code}`,
      label: fact(code),
      value: count,
    })),
    { key: 'noReply', label: t('blocked.noReply'), value: blocked.noReply.people },
    { key: 'noInterpreter', label: t('blocked.noInterpreter'), value: blocked.interpreter.none },
  ];
}

function Offices({ results: { offices } }: ResultsPart) {
  const { t } = useTranslation('programme-results');
  return (
    <Panel title={t('offices.title')}>
      {offices.length === 0 ? (
        t('offices.none')
      ) : (
        <table className={classes.table} aria-label={t('offices.title')}>
          <thead>
            <tr>
              <th scope="col">{t('offices.office')}</th>
              <th scope="col">{t('offices.sent')}</th>
              <th scope="col">{t('offices.accepted')}</th>
              <th scope="col">{t('offices.concluded')}</th>
            </tr>
          </thead>
          <tbody>
            {offices.map(({ name, sent, accepted, concluded }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{sent}</td>
                <td>{accepted}</td>
                <td>{concluded}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
