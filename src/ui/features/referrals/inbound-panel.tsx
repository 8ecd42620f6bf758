import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboundReferral } from '#api/inbound-referrals.ts';
import { vault } from '#ui/app/vault-client.ts';
import cardClasses from '#ui/components/card-list.module.css';
import { PagedList } from '#ui/components/paged-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { InboundCard } from './inbound-card.tsx';
import { InboundDialog } from './inbound-dialog.tsx';
import { InboundReplyDialog } from './inbound-reply-dialog.tsx';

function useInbound(request: { personId?: string; onlyToAnswer?: boolean }) {
  return usePagedList({
    queryKey: ['referrals', 'inbound', request],
    load: (page) => vault.inboundReferrals.list({ ...request, ...page }),
    pageSize: 10,
  });
}

interface InboundCardsProps {
  items: readonly InboundReferral[] | undefined;
  showsPerson?: boolean;
}

function InboundCards({ items = [], showsPerson = false }: InboundCardsProps) {
  return (
    <ul className={cardClasses.cards}>
      {items.map((inbound) => (
        <li key={inbound.id}>
          <InboundCard inbound={inbound} showsPerson={showsPerson} />
        </li>
      ))}
    </ul>
  );
}

interface InboundPanelProps {
  personId: string;
  /** One that is to be answered at once. */
  answering?: string | undefined;
  onAnswered: () => void;
}

/** Who sent this person to us. */
export function InboundPanel({ personId, answering, onAnswered }: InboundPanelProps) {
  const { t } = useTranslation('inbound');
  const [isAdding, setAdding] = useState(false);
  const list = useInbound({ personId });
  const toAnswer = list.data?.items.find(({ id }) => id === answering);
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
      <PagedList list={list} isInPanel skeletonHeight={48} empty={null}>
        <InboundCards items={list.data?.items} />
      </PagedList>
      {toAnswer && <InboundReplyDialog inbound={toAnswer} onClose={onAnswered} />}
      {isAdding && <InboundDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

/** Everybody whose sender waits for our answer; nothing at all when nobody does. */
export function InboundToAnswer() {
  const { t } = useTranslation('inbound');
  const list = useInbound({ onlyToAnswer: true });
  const { data, error } = list;
  if (!error && (!data || data.total === 0)) return null;
  return (
    <Panel title={data && t('toAnswerTitle', { count: data.total })}>
      <PagedList list={list} isInPanel empty={null}>
        <InboundCards items={data?.items} showsPerson />
      </PagedList>
    </Panel>
  );
}
