import { Button, Group } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedSpecificNeed } from '#api/assessments.ts';
import { vulnerabilitiesOf } from '#domain/assessments/vulnerability.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import classes from './assessment-list.module.css';
import { SpecificNeedDialog } from './specific-need-dialog.tsx';

/** UNHCR's specific needs, apart from everything else on the page because they are sensitive. */
export function SpecificNeedsPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const list = useLists()?.specificNeeds;
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['specificNeeds', 'list', personId],
    queryFn: () => vault.specificNeeds.list({ personId }),
  });
  const byLaw = list ? vulnerabilitiesOf(data?.items ?? [], list) : [];
  return (
    <Panel
      title={t('specific.title')}
      hint={t('specific.hint')}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('specific.add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {byLaw.length > 0 && (
        <p className={classes.note}>
          {t('specific.byLaw', {
            categories: listed(byLaw.map((one) => labels.label('vulnerabilities', one))),
          })}
        </p>
      )}
      {data?.items.length === 0 && <p className={classes.note}>{t('specific.none')}</p>}
      <ul className={classes.list}>
        {data?.items.map((item) => (
          <li key={item.id}>
            <SpecificNeedLine item={item} />
          </li>
        ))}
      </ul>
      {isAdding && <SpecificNeedDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function SpecificNeedLine({ item }: { item: RecordedSpecificNeed }) {
  const { t } = useTranslation(['assessments', 'common']);
  const dates = useDates();
  const labels = useLabels();
  const { today } = useSession();
  const [isRemoving, setRemoving] = useState(false);
  const { need, recordedBy, endedOn, tier, listVersion } = item;
  const close = useMutation({
    mutationFn: () =>
      vault.specificNeeds.close({
        id: item.id,
        endedOn: today < need.recordedOn ? need.recordedOn : today,
      }),
  });
  const remove = useMutation({
    mutationFn: () => vault.specificNeeds.remove({ id: item.id }),
    onSettled: () => setRemoving(false),
  });
  const name = labels.label('specificNeeds', need.code);
  const when = endedOn
    ? t('specific.fromTo', { from: dates.day(need.recordedOn), to: dates.day(endedOn) })
    : t('specific.since', { date: dates.day(need.recordedOn) });
  return (
    <div className={classes.line}>
      <div>
        <strong>{name}</strong> <Tag>{need.code}</Tag>{' '}
        {tier === 'restricted' && <Tag tone="attention">{t('specific.restricted')}</Tag>}
        <p className={classes.note}>
          {inOneLine([when, recordedBy, t('specific.version', { version: listVersion })])}
        </p>
        {need.note && (
          <p className={classes.note} dir="auto">
            {need.note}
          </p>
        )}
        <ErrorNotice error={close.error ?? remove.error} />
      </div>
      <Group gap="xs" wrap="nowrap">
        {!endedOn && (
          <Button
            size="compact-md"
            variant="default"
            loading={close.isPending}
            aria-label={t('specific.endOf', { name })}
            onClick={() => close.mutate()}
          >
            {t('specific.end')}
          </Button>
        )}
        <Button
          size="compact-md"
          variant="subtle"
          color="red"
          aria-label={t('specific.removeOf', { name })}
          onClick={() => setRemoving(true)}
        >
          {t('specific.remove')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={isRemoving}
        title={t('specific.removeTitle')}
        confirmLabel={t('specific.remove')}
        isDangerous
        isWorking={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setRemoving(false)}
      >
        {t('specific.removeText')}
      </ConfirmDialog>
    </div>
  );
}
