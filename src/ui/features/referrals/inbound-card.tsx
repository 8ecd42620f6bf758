import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboundReferral } from '#api/inbound-referrals.ts';
import cardClasses from '#ui/components/card-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { InboundDialog } from './inbound-dialog.tsx';
import { InboundReplyDialog } from './inbound-reply-dialog.tsx';

interface InboundCardProps {
  inbound: InboundReferral;
  /** Where people are listed together. */
  showsPerson?: boolean;
}

/** Who sent somebody, what they ask, and whether we have answered. */
export function InboundCard({ inbound, showsPerson = false }: InboundCardProps) {
  const { t } = useTranslation(['inbound', 'common']);
  const [dialog, setDialog] = useState<'edit' | 'reply'>();
  const { label } = useLabels();
  const { reply, isOverdue, senderName, personId, listedName } = inbound;
  const close = () => setDialog(undefined);
  return (
    <article className={cardClasses.card}>
      <div className={cardClasses.words}>
        <h3 className={cardClasses.title}>
          {showsPerson ? (
            <Link to="/people/$personId/letters" params={{ personId }}>
              <NameText strong>{listedName}</NameText>
            </Link>
          ) : (
            <bdi>{t('card.from', { name: senderName })}</bdi>
          )}{' '}
          {reply && <Tag tone="good">{label('inboundReplies', reply.kind)}</Tag>}
          {!reply && (
            <Tag tone={isOverdue ? 'bad' : 'attention'}>
              {t(isOverdue ? 'card.overdue' : 'card.toAnswer')}
            </Tag>
          )}
        </h3>
        <p className={cardClasses.facts}>{inOneLine(useFacts(inbound, showsPerson))}</p>
        <p className={cardClasses.scope} dir="auto">
          {inbound.details.request}
        </p>
        {reply?.words && <p dir="auto">{reply.words}</p>}
      </div>
      <Group gap="sm" wrap="nowrap">
        <Button variant={reply ? 'default' : 'filled'} onClick={() => setDialog('reply')}>
          {t(reply ? 'card.changeReply' : 'card.reply')}
        </Button>
        <Button
          variant="default"
          aria-label={t('card.editOf', { name: senderName })}
          onClick={() => setDialog('edit')}
        >
          {t('common:actions.edit')}
        </Button>
      </Group>
      {dialog === 'edit' && <InboundDialog personId={personId} inbound={inbound} onClose={close} />}
      {dialog === 'reply' && <InboundReplyDialog inbound={inbound} onClose={close} />}
    </article>
  );
}

function useFacts(inbound: InboundReferral, showsPerson: boolean): string[] {
  const { t } = useTranslation('inbound');
  const dates = useDates();
  const { label } = useLabels();
  const { details, reply } = inbound;
  const { theirProtocol } = details;
  const facts = [
    showsPerson && t('card.from', { name: inbound.senderName }),
    t('card.received', { date: dates.day(details.receivedOn) }),
    label('referralWays', details.way),
    theirProtocol && t('card.protocol', { protocol: theirProtocol }),
    reply
      ? t('card.replied', { date: dates.day(reply.on), way: label('referralWays', reply.way) })
      : t('card.replyBy', { date: dates.day(inbound.replyBy) }),
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}
