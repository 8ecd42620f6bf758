import { Button, Skeleton } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import classes from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { usePersonId } from '../people/use-person.ts';
import { LetterCard } from './letter-card.tsx';
import { LetterDialog } from './letter-dialog.tsx';

export function LettersPage() {
  const { t } = useTranslation('casework');
  const personId = usePersonId();
  const [isWriting, setWriting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', 'list', personId],
    queryFn: () => vault.letters.list({ personId }),
  });
  const templates = useQuery({
    queryKey: ['letters', 'templates'],
    queryFn: () => vault.letters.templates({}),
  });
  const writeButton = (
    <Button disabled={!templates.data} onClick={() => setWriting(true)}>
      {t('letters.write')}
    </Button>
  );
  return (
    <>
      <PageHeading
        order={2}
        lead={t('letters.lead')}
        actions={data && data.items.length > 0 && writeButton}
      >
        {t('letters.title')}
      </PageHeading>
      <ErrorNotice error={error ?? templates.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState
            icon={<IconMail size={28} />}
            title={t('letters.emptyTitle')}
            action={writeButton}
          >
            {t('letters.emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={classes.cards}>
        {data?.items.map((letter) => (
          <li key={letter.id}>
            <LetterCard
              letter={letter}
              title={
                templates.data?.items.find((one) => one.code === letter.details.templateCode)
                  ?.title ?? letter.details.templateCode
              }
            />
          </li>
        ))}
      </ul>
      {isWriting && templates.data && (
        <LetterDialog
          personId={personId}
          templates={templates.data.items}
          onClose={() => setWriting(false)}
        />
      )}
    </>
  );
}
