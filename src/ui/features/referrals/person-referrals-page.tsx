import { Button, Stack } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShownByAddress } from '#ui/app/shown-by-address.ts';
import { vault } from '#ui/app/vault-client.ts';
import cardClasses from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { usePersonId } from '../people/use-person.ts';
import { InboundPanel } from './inbound-panel.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { ReferralCard } from './referral-card.tsx';
import { ReferralDrawer } from './referral-drawer.tsx';
import { ReferralForm } from './referral-form.tsx';
import { useLetterTemplates } from './referral-words.ts';

/** Where somebody was sent, with or without a letter, and what became of it. */
export function PersonReferralsPage() {
  const { t } = useTranslation(['referrals', 'letters']);
  const personId = usePersonId();
  const [dialog, setDialog] = useState<'letter' | 'referral'>();
  const request = { personId, showClosed: true };
  const list = usePagedList({
    queryKey: ['referrals', 'list', request],
    load: (page) => vault.referrals.list({ ...request, ...page }),
  });
  const templates = useLetterTemplates();
  const shown = useShownByAddress();
  const close = () => setDialog(undefined);
  const hasSome = list.data !== undefined && list.data.total > 0;
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
      <PageHeading order={2} lead={t('lead')} actions={hasSome && buttons}>
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        <ErrorNotice error={templates.error} onRetry={() => void templates.refetch()} />
        <div>
          <PagedList
            list={list}
            skeletonHeight={90}
            empty={
              <EmptyState
                icon={<IconMailForward size={28} />}
                title={t('emptyTitle')}
                action={buttons}
              >
                {t('emptyText')}
              </EmptyState>
            }
          >
            <ul className={cardClasses.cards}>
              {list.data?.items.map((referral) => (
                <li key={referral.id}>
                  <ReferralCard referral={referral} />
                </li>
              ))}
            </ul>
          </PagedList>
        </div>
        <InboundPanel personId={personId} answering={shown.inbound} onAnswered={shown.close} />
        {hasSome && <Link to="/referrals">{t('allReferrals')}</Link>}
      </Stack>
      {shown.referral && <ReferralDrawer id={shown.referral} onClose={shown.close} />}
      {dialog === 'letter' && templates.data && (
        <LetterDialog personId={personId} templates={templates.data.items} onClose={close} />
      )}
      {dialog === 'referral' && <ReferralForm personId={personId} onClose={close} />}
    </>
  );
}
