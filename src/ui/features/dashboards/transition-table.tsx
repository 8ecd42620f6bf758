import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#api/dashboards.ts';
import { Folded } from '#ui/components/folded.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './dashboards.module.css';

type Transition = Dashboard['transitions'][number];

const levels = [1, 2, 3, 4, 5];

/** How far people came between their first and their last assessment, area by area. */
export function TransitionTable({ transitions }: { transitions: readonly Transition[] }) {
  const { t } = useTranslation('dashboards');
  const { label } = useLabels();
  return (
    <>
      <table className={classes.table} aria-label={t('outcomes.title')}>
        <thead>
          <tr>
            <th scope="col">{t('outcomes.domain')}</th>
            <th scope="col">{t('outcomes.people')}</th>
            <th scope="col">{t('outcomes.better')}</th>
            <th scope="col">{t('outcomes.same')}</th>
            <th scope="col">{t('outcomes.worse')}</th>
            <td className={classes.barCell} />
          </tr>
        </thead>
        <tbody>
          {transitions.map((one) => (
            <tr key={one.domain}>
              <th scope="row">{label('lifeDomains', one.domain)}</th>
              <td>{one.people}</td>
              <td>{one.better}</td>
              <td>{one.same}</td>
              <td>{one.worse}</td>
              <td className={classes.barCell}>
                <Shares transition={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.folded}>
        <Folded label={t('outcomes.tables')}>
          <div className={classes.matrices}>
            {transitions.map((one) => (
              <Matrix key={one.domain} transition={one} />
            ))}
          </div>
        </Folded>
      </div>
    </>
  );
}

function Shares({ transition: { better, same, people } }: { transition: Transition }) {
  const of = (count: number) => (count / Math.max(1, people)) * 100;
  return (
    <svg
      className={classes.shares}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={classes.worse} x="0" y="1" width="100" height="8" />
      <rect className={classes.same} x="0" y="1" width={of(better + same)} height="8" />
      <rect className={classes.better} x="0" y="1" width={of(better)} height="8" />
    </svg>
  );
}

/** Rows: where they stood at first; columns: where they stand. What is right of the line is better. */
function Matrix({ transition: { domain, table } }: { transition: Transition }) {
  const { t } = useTranslation('dashboards');
  const { label } = useLabels();
  return (
    <table className={classes.matrix}>
      <caption>{label('lifeDomains', domain)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('outcomes.fromTo')}</th>
          {levels.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {levels.map((first) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {levels.map((last) => (
              <td key={last} data-step={Math.sign(last - first)}>
                {table[first - 1]?.[last - 1] || '·'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
