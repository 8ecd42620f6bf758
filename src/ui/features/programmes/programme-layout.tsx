import { Button, Group, Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useSaveFile } from '../documents/use-save-file.ts';
import { EditProgrammeDialog } from './edit-programme-dialog.tsx';
import { hasPeople } from './programme-parts.tsx';
import { useProgramme } from './use-programme.ts';

interface Part {
  to: string;
  words: string;
  /** In every programme, if absent. */
  isIn?: (programme: Programme) => boolean;
  /** Numbers about everybody in it. */
  isForCoordinators?: true;
}

const parts = [
  { to: '/programmes/$programmeId', words: 'enrolments.title' },
  {
    to: '/programmes/$programmeId/candidates',
    words: 'candidates.title',
    isIn: (programme) => hasPeople(programme) && programme.isOpen,
  },
  {
    to: '/programmes/$programmeId/matching',
    words: 'matches:title',
    isIn: ({ kinds }) => kinds.includes('pathwayMatching'),
  },
  { to: '/programmes/$programmeId/activities', words: 'activities:title' },
  {
    to: '/programmes/$programmeId/money',
    words: 'ledgers:title',
    isIn: ({ hasBudget }) => hasBudget,
  },
  { to: '/programmes/$programmeId/network', words: 'network:part' },
  {
    to: '/programmes/$programmeId/results',
    words: 'programme-results:title',
    isForCoordinators: true,
  },
  { to: '/programmes/$programmeId/about', words: 'parts.about' },
] as const satisfies Part[];

/** A programme stays in sight with its parts, whichever of them is read. */
export function ProgrammeLayout() {
  const { t } = useTranslation([
    'programmes',
    'matches',
    'ledgers',
    'network',
    'activities',
    'programme-results',
  ]);
  const isCoordinator = useSession().user.role === 'coordinator';
  const { data, error, refetch } = useProgramme();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  return (
    <>
      <BackLink to="/programmes">{t('back')}</BackLink>
      <Heading programme={data} />
      <PageTabs label={t('parts.label')}>
        {parts
          .filter(({ isIn, isForCoordinators }: Part) => {
            return (isIn?.(data) ?? true) && (isCoordinator || !isForCoordinators);
          })
          .map(({ to, words }) => (
            <PageTab
              key={to}
              to={to}
              params={{ programmeId: data.id }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(words)}
            </PageTab>
          ))}
      </PageTabs>
      <Outlet />
    </>
  );
}

function Heading({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const isCoordinator = useSession().user.role === 'coordinator';
  const [isEditing, setEditing] = useState(false);
  const { id, isOpen } = programme;
  const saving = useSaveFile();
  const exportTemplate = () =>
    saving.mutate({
      suggestedName: `modello-${programme.templateCode}.json`,
      format: 'json',
      write: (grant) => vault.programmeTemplates.export({ id, grant }),
    });
  const turn = useMutation({
    mutationFn: () => (isOpen ? vault.programmes.close({ id }) : vault.programmes.reopen({ id })),
    onSuccess: () => notifyDone(t(isOpen ? 'closedNow' : 'reopened')),
  });
  return (
    <>
      <PageHeading
        lead={words(programme.about)}
        actions={
          <Group gap="xs">
            {isCoordinator && (
              <>
                <Button variant="default" onClick={() => setEditing(true)}>
                  {t('edit')}
                </Button>
                <Button variant="subtle" loading={saving.isPending} onClick={exportTemplate}>
                  {t('template.export')}
                </Button>
                <Button variant="subtle" loading={turn.isPending} onClick={() => turn.mutate()}>
                  {t(isOpen ? 'close' : 'reopen')}
                </Button>
              </>
            )}
          </Group>
        }
      >
        {programme.name} {!isOpen && <Tag>{t('closed')}</Tag>}
      </PageHeading>
      <ErrorNotice error={turn.error} />
      {isEditing && <EditProgrammeDialog programme={programme} onClose={() => setEditing(false)} />}
    </>
  );
}
