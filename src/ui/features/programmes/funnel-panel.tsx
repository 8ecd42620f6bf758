import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import classes from './programmes.module.css';

/** How many came how far. The numbers say it; the bars only help to see it. */
export function FunnelPanel({ stages }: { stages: Programme['stages'] }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const most = Math.max(1, ...stages.map(({ reached }) => reached));
  return (
    <Panel title={t('funnel.title')} hint={t('funnel.hint')}>
      <ol className={classes.stages}>
        {stages.map(({ code, name, reached, lost }) => (
          <li key={code} className={classes.stage}>
            <span>{words(name)}</span>
            <span
              className={classes.bar}
              style={{ inlineSize: `${(reached / most) * 100}%` }}
              aria-hidden
            />
            <span className={classes.count}>
              {reached}
              {lost > 0 && ` (${t('funnel.lost', { count: lost })})`}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
