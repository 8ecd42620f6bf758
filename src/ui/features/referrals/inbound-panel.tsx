import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import cardClasses from '#ui/components/card-list.module.css';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { InboundCard } from './inbound-card.tsx';
import { InboundDialog } from './inbound-dialog.tsx';

function useInbound(request: { personId?: string; onlyToAnswer?: boolean }) {
  return useQuery({
    queryKey: ['referrals', 'inbound', request],
    queryFn: () => vault.inboundReferrals.list({ ...request, limit: 200 }),
  });
}

/** Who sent this person to us. */
export function InboundPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('inbound');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useInbound({ personId });
  return (
    <Panel
      title={t('title')}
      hint={t('hint')}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <ul className={cardClasses.cards}>
        {data?.items.map((inbound) => (
          <li key={inbound.id}>
            <InboundCard inbound={inbound} />
          </li>
        ))}
      </ul>
      {isAdding && <InboundDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

/** Everybody whose sender waits for our answer; nothing at all when nobody does. */
export function InboundToAnswer() {
  const { t } = useTranslation('inbound');
  const { data, error } = useInbound({ onlyToAnswer: true });
  if (error) return <ErrorNotice error={error} />;
  if (!data || data.total === 0) return null;
  return (
    <Panel title={t('toAnswerTitle', { count: data.total })}>
      <ul className={cardClasses.cards}>
        {data.items.map((inbound) => (
          <li key={inbound.id}>
            <InboundCard inbound={inbound} showsPerson />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
