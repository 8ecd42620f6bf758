import { Button } from '@mantine/core';
import { IconUserSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '#api/enrolments.ts';
import type { Programme } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { EnrolDialog } from './enrol-dialog.tsx';
import { MissingFacts } from './missing-facts.tsx';

/** Who could join today, and until when; whose window closes first stands first. */
export function CandidatesPanel({ programme }: { programme: Programme }) {
  const { t } = useTranslation('programmes');
  const [joining, setJoining] = useState<Candidate>();
  const { id } = programme;
  const list = usePagedList({
    queryKey: ['programmes', 'candidates', id],
    load: (page) => vault.candidates.list({ id, ...page }),
    pageSize: 10,
  });
  const { data } = list;
  const counts = data && { eligible: data.eligible, missing: data.missing, not: data.notEligible };
  return (
    <Panel title={t('candidates.title')} hint={counts && t('candidates.hint', counts)}>
      <PagedList
        list={list}
        isInPanel
        skeletonHeight={90}
        empty={
          <EmptyState icon={<IconUserSearch size={28} />} title={t('candidates.emptyTitle')}>
            {t('candidates.emptyText')}
          </EmptyState>
        }
      >
        <ul className={lines.lines}>
          {data?.items.map((candidate) => (
            <li key={candidate.personId} className={lines.line}>
              <CandidateLine
                candidate={candidate}
                programme={programme}
                onEnrol={() => setJoining(candidate)}
              />
            </li>
          ))}
        </ul>
      </PagedList>
      {joining && (
        <EnrolDialog
          programme={programme}
          person={{ id: joining.personId, listedName: joining.listedName }}
          onClose={() => setJoining(undefined)}
        />
      )}
    </Panel>
  );
}

interface CandidateLineProps {
  candidate: Candidate;
  programme: Programme;
  onEnrol: () => void;
}

function CandidateLine({ candidate, programme, onEnrol }: CandidateLineProps) {
  const { t } = useTranslation('programmes');
  const dates = useDates();
  const { personId, listedName, caseNumber, outcome, missing, until } = candidate;
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <Link to="/people/$personId" params={{ personId }}>
            <NameText>{listedName}</NameText>
          </Link>{' '}
          <Tag tone={outcome === 'eligible' ? 'good' : 'attention'}>{t(`outcomes.${outcome}`)}</Tag>
        </p>
        <p className={lines.soft}>
          {caseNumber}
          {until && ` · ${t('candidates.until', { date: dates.day(until) })}`}
        </p>
        {missing.length > 0 && (
          <MissingFacts missing={missing} personId={personId} questions={programme.questions} />
        )}
      </div>
      <Button
        size="compact-md"
        variant={outcome === 'eligible' ? 'light' : 'default'}
        aria-label={t('enrol.of', { name: listedName })}
        onClick={onEnrol}
      >
        {t('enrol.open')}
      </Button>
    </>
  );
}
