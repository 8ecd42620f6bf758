import { Button, Skeleton } from '@mantine/core';
import { IconFlag, IconFlagPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedProgramme } from '#api/programmes.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { ProgrammeTabs } from './programme-tabs.tsx';
import { StartProgrammeDialog } from './start-programme-dialog.tsx';
import { usePeriodWords } from './use-period-words.ts';

/** Every project the association runs. */
export function ProgrammesPage() {
  const { t } = useTranslation('programmes');
  const isCoordinator = useSession().user.role === 'coordinator';
  const [isStarting, setStarting] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  const start = isCoordinator && (
    <Button leftSection={<IconFlagPlus size={20} aria-hidden />} onClick={() => setStarting(true)}>
      {t('start')}
    </Button>
  );
  return (
    <>
      <PageHeading lead={t('lead')} actions={start}>
        {t('title')}
      </PageHeading>
      <ProgrammeTabs />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={120} />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={<IconFlag size={28} />} title={t('emptyTitle')} action={start}>
            {t(isCoordinator ? 'emptyText' : 'emptyTextOthers')}
          </EmptyState>
        </Panel>
      )}
      <ul className={cards.cards}>
        {data?.items.map((programme) => (
          <li key={programme.id}>
            <ProgrammeCard programme={programme} />
          </li>
        ))}
      </ul>
      {isStarting && <StartProgrammeDialog onClose={() => setStarting(false)} />}
    </>
  );
}

function ProgrammeCard({ programme }: { programme: ListedProgramme }) {
  const { t } = useTranslation('programmes');
  const period = usePeriodWords();
  const { id, name, kinds, enrolled, waiting, isOpen } = programme;
  const facts = [...kinds.map((kind) => t(`kinds.${kind}`)), period(programme)];
  return (
    <article className={cards.card}>
      <div className={cards.words}>
        <h2 className={cards.title}>
          <Link to="/programmes/$programmeId" params={{ programmeId: id }}>
            {name}
          </Link>{' '}
          {!isOpen && <Tag>{t('closed')}</Tag>}
        </h2>
        <p className={cards.facts}>{inOneLine(facts)}</p>
      </div>
      <span>
        {t('inside', { count: enrolled })}
        {waiting > 0 && ` · ${t('waitingCount', { count: waiting })}`}
      </span>
    </article>
  );
}
