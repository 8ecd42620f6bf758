import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineRuleSummary } from '#api/deadlines.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { DeadlineRuleDialog } from './deadline-rule-dialog.tsx';
import classes from './deadlines.module.css';
import { useRuleWords } from './use-rule-words.ts';

/** All rules with their source, and what this association decided about them. */
export function DeadlineRulesPanel({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useTranslation('deadlines');
  const [isOpen, setOpen] = useState(false);
  const [edited, setEdited] = useState<DeadlineRuleSummary>();
  const { data, error, refetch } = useQuery({
    queryKey: ['deadlineRules', 'list'],
    queryFn: () => vault.deadlineRules.list({}),
  });
  const old = data?.items.filter((rule) => rule.isOld).length ?? 0;
  return (
    <Panel title={t('rules.title')} hint={t('rules.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {old > 0 && (
        <Alert color="terracotta" mb="md">
          {t('rules.old', { count: old })}
        </Alert>
      )}
      <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('rules.hide') : t('rules.show', { count: data?.items.length ?? 0 })}
      </Button>
      {isOpen && !data && <Skeleton height={200} mt="md" />}
      {isOpen && (
        <ul className={classes.lines}>
          {data?.items.map((rule) => (
            <li key={rule.rule} className={classes.rule}>
              <RuleLine rule={rule} onEdit={isReadOnly ? undefined : () => setEdited(rule)} />
            </li>
          ))}
        </ul>
      )}
      {edited && <DeadlineRuleDialog rule={edited} onDone={() => setEdited(undefined)} />}
    </Panel>
  );
}

interface RuleLineProps {
  rule: DeadlineRuleSummary;
  onEdit: (() => void) | undefined;
}

function RuleLine({ rule, onEdit }: RuleLineProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const dates = useDates();
  const words = useRuleWords();
  const { change } = rule;
  const title = words(rule.title);
  return (
    <div className={classes.ruleTop}>
      <div className={classes.words}>
        <h3 className={classes.name}>
          {title} {rule.isOff && <Tag>{t('rules.off')}</Tag>}
          {!rule.isOff && change?.amount !== undefined && (
            <Tag tone="calm">{t('rules.changed', { amount: Math.abs(change.amount) })}</Tag>
          )}
          {rule.isOld && <Tag tone="attention">{t('rules.toCheck')}</Tag>}
        </h3>
        <p className={classes.soft}>
          <bdi>{rule.source}</bdi> · {t('rules.checkedOn', { date: dates.day(rule.checkedOn) })}
        </p>
        <p className={classes.soft}>{t('rules.from', { fact: t(`facts.${rule.trigger}`) })}</p>
        {change && (
          <p className={classes.soft}>
            {t('rules.decided', { date: dates.day(change.decidedOn), by: change.by })}{' '}
            <bdi>{change.reason}</bdi>
          </p>
        )}
      </div>
      {onEdit && (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t('rules.edit', { rule: title })}
          onClick={onEdit}
        >
          {t('common:actions.edit')}
        </Button>
      )}
    </div>
  );
}
