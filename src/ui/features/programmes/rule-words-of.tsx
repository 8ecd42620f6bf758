import { useTranslation } from 'react-i18next';
import type { RuleInWords } from '#api/programmes.ts';
import lines from '#ui/components/line-list.module.css';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import classes from './programmes.module.css';

/** A rule with the words of the call beside it, or with an account of them that says it is one. */
export function RuleWordsOf({ rule }: { rule: RuleInWords }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const { says, quote, summary, source, caution } = rule;
  return (
    <div>
      <strong>{words(says)}</strong>
      <p className={classes.quote}>
        {quote ? `«${quote}»` : t('rules.summary', { summary })} — {source}
      </p>
      {caution && <p className={lines.soft}>{words(caution)}</p>}
    </div>
  );
}
