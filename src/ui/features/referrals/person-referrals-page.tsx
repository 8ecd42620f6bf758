import { Button, Skeleton, Stack } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import cardClasses from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePersonId } from '../people/use-person.ts';
import { InboundPanel } from './inbound-panel.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { ReferralCard } from './referral-card.tsx';
import { ReferralForm } from './referral-form.tsx';
import { useLetterTemplates } from './referral-words.ts';

/** Where somebody was sent, with or without a letter, and what became of it. */
export function PersonReferralsPage() {
  const { t } = useTranslation(['referrals', 'letters']);
  const personId = usePersonId();
  const [dialog, setDialog] = useState<'letter' | 'referral'>();
  const request = { personId, showClosed: true, limit: 200 };
  const { data, error, refetch } = useQuery({
    queryKey: ['referrals', 'list', request],
    queryFn: () => vault.referrals.list(request),
  });
  const templates = useLetterTemplates();
  const close = () => setDialog(undefined);
  const isEmpty = data?.items.length === 0;
  const buttons = (
    <>
      <Button variant="default" onClick={() => setDialog('referral')}>
        {t('actions.newWithoutLetter')}
      </Button>
      <Button disabled={!templates.data} onClick={() => setDialog('letter')}>
        {t('letters:write')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeading order={2} lead={t('lead')} actions={data && !isEmpty && buttons}>
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        <ErrorNotice error={error ?? templates.error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton height={90} />}
        {isEmpty && (
          <Panel>
            <EmptyState
              icon={<IconMailForward size={28} />}
              title={t('emptyTitle')}
              action={buttons}
            >
              {t('emptyText')}
            </EmptyState>
          </Panel>
        )}
        {data && !isEmpty && (
          <ul className={cardClasses.cards}>
            {data.items.map((referral) => (
              <li key={referral.id}>
                <ReferralCard referral={referral} />
              </li>
            ))}
          </ul>
        )}
        <InboundPanel personId={personId} />
        {!isEmpty && <Link to="/referrals">{t('allReferrals')}</Link>}
      </Stack>
      {dialog === 'letter' && templates.data && (
        <LetterDialog personId={personId} templates={templates.data.items} onClose={close} />
      )}
      {dialog === 'referral' && <ReferralForm personId={personId} onClose={close} />}
    </>
  );
}
