import { Button, Skeleton } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#api/consents.ts';
import { vault } from '#ui/app/vault-client.ts';
import classes from '#ui/components/card-list.module.css';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { usePersonId } from '../people/use-person.ts';
import { ConsentDialog } from './consent-dialog.tsx';

const tones: Record<Consent['state'], TagTone> = {
  valid: 'good',
  notYet: 'calm',
  expired: 'attention',
  withdrawn: 'bad',
};

export function ConsentsPage() {
  const { t } = useTranslation('consents');
  const personId = usePersonId();
  const [isGiving, setGiving] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['consents', 'list', personId],
    queryFn: () => vault.consents.list({ personId }),
  });
  return (
    <>
      <PageHeading
        order={2}
        lead={t('lead')}
        actions={<Button onClick={() => setGiving(true)}>{t('give')}</Button>}
      >
        {t('title')}
      </PageHeading>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={<IconShieldCheck size={28} />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={classes.cards}>
        {data?.items.map((consent) => (
          <li key={consent.id}>
            <ConsentCard consent={consent} />
          </li>
        ))}
      </ul>
      {isGiving && (
        <ConsentDialog
          personId={personId}
          onSaved={() => setGiving(false)}
          onCancel={() => setGiving(false)}
        />
      )}
    </>
  );
}

function ConsentCard({ consent }: { consent: Consent }) {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const labels = useLabels();
  const [isAsking, setAsking] = useState(false);
  const { details, state, organisationName, withdrawnOn } = consent;
  const withdraw = useMutation({
    mutationFn: () => vault.consents.withdraw({ id: consent.id }),
    onSuccess: () => notifyDone(t('withdrawn')),
    onSettled: () => setAsking(false),
  });
  const facts = [
    labels.label('consentGivers', details.givenBy),
    labels.label('consentWays', details.way),
    details.language && labels.language(details.language),
    t('from', { date: dates.day(details.givenOn) }),
    details.expiresOn && t('until', { date: dates.day(details.expiresOn) }),
    withdrawnOn && t('withdrawnOn', { date: dates.day(withdrawnOn) }),
  ].filter(Boolean);
  return (
    <article className={classes.card}>
      <div className={classes.words}>
        <h3 className={classes.title}>
          {labels.label('consentPurposes', details.purpose)}
          {organisationName && <> · {organisationName}</>}{' '}
          <Tag tone={tones[state]}>{labels.label('consentStates', state)}</Tag>
        </h3>
        <p className={classes.facts}>{facts.join(' · ')}</p>
        {details.scope && (
          <p className={classes.scope} dir="auto">
            {details.scope}
          </p>
        )}
        <ErrorNotice error={withdraw.error} />
      </div>
      {(state === 'valid' || state === 'notYet') && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('withdraw')}
        </Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t('withdrawTitle')}
        confirmLabel={t('withdraw')}
        isDangerous
        isWorking={withdraw.isPending}
        onConfirm={() => withdraw.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('withdrawText')}
      </ConfirmDialog>
    </article>
  );
}
