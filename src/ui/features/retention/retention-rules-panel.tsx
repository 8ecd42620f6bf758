import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedRetentionRule } from '#api/retention.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import lines from '#ui/components/line-list.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import classes from './retention.module.css';

/** How long which files are kept, on what ground, and what this association decided otherwise. */
export function RetentionRulesPanel() {
  const { t } = useTranslation(['privacy', 'common']);
  const words = useRuleWords();
  const dates = useDates();
  const [edited, setEdited] = useState<ListedRetentionRule>();
  const { data, error, refetch } = useQuery({
    queryKey: ['retentionRules', 'list'],
    queryFn: () => vault.retentionRules.list({}),
  });
  return (
    <Panel title={t('rules.title')} hint={t('rules.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      <ul className={lines.lines}>
        {data?.items.map((rule) => (
          <li key={rule.code} className={lines.line}>
            <div className={lines.words}>
              <h3 className={lines.name}>
                {words(rule.title)}{' '}
                <Tag tone="calm">{t('rules.months', { count: rule.months })}</Tag>{' '}
                {rule.untilAge && <Tag>{t('rules.untilAge', { age: rule.untilAge })}</Tag>}
              </h3>
              <p className={lines.soft}>{words(rule.basis)}</p>
              <p className={lines.soft}>
                <bdi>{rule.source}</bdi> ·{' '}
                {t('rules.checkedOn', { date: dates.day(rule.checkedOn) })}
              </p>
              {rule.change && (
                <p className={lines.soft}>
                  {t('rules.changed', {
                    date: dates.day(rule.change.decidedOn),
                    name: rule.change.by,
                  })}{' '}
                  <bdi>{rule.change.reason}</bdi>
                </p>
              )}
            </div>
            <Button
              variant="subtle"
              size="compact-md"
              aria-label={t('rules.editOf', { rule: words(rule.title) })}
              onClick={() => setEdited(rule)}
            >
              {t('common:actions.edit')}
            </Button>
          </li>
        ))}
      </ul>
      {edited && <RuleDialog rule={edited} onClose={() => setEdited(undefined)} />}
    </Panel>
  );
}

function RuleDialog({ rule, onClose }: { rule: ListedRetentionRule; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const words = useRuleWords();
  const [typed, setTyped] = useState(String(rule.months));
  const [reason, setReason] = useState('');
  const months = Number(typed);
  const isCount = typed.trim() !== '' && Number.isInteger(months) && months >= 0 && months <= 600;
  const save = useMutation({
    mutationFn: () => vault.retentionRules.save({ code: rule.code, months, reason }),
    onSuccess: () => {
      notifyDone(t('rules.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={words(rule.title)}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={isCount && reason.trim() !== ''}
    >
      <Text size="sm">{words(rule.basis)}</Text>
      <TextInput
        label={t('rules.monthsLabel')}
        description={t('rules.usual', { count: rule.usualMonths })}
        className={classes.months}
        inputMode="numeric"
        maxLength={3}
        value={typed}
        error={isCount ? undefined : t('rules.monthsWrong')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <LongTextField
        label={t('rules.reason')}
        description={t('rules.reasonHint')}
        required
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
