import { Button, Group, Skeleton } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookingForPlace } from '#api/matches.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ArrangementDialog } from './arrangement-dialog.tsx';
import { SearchDialog } from './search-dialog.tsx';
import { SuggestionsDialog } from './suggestions-dialog.tsx';

/** Who is in the programme and has no place yet. */
export function SearchesPanel({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('matches');
  const [asked, setAsked] = useState<LookingForPlace>();
  const [suggested, setSuggested] = useState<LookingForPlace>();
  const [isArranging, setArranging] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'placeSearches', programmeId],
    queryFn: () => vault.placeSearches.list({ programmeId }),
  });
  return (
    <Panel
      title={t('searches.title')}
      actions={
        data?.items.some(({ search }) => search) && (
          <Button variant="light" onClick={() => setArranging(true)}>
            {t('arrange.open')}
          </Button>
        )
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data?.items.length === 0 && (
        <EmptyState icon={<IconUsersGroup size={28} />} title={t('searches.empty')}>
          {t('searches.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t('searches.title')}>
        {data?.items.map((one) => (
          <li key={one.enrolmentId} className={lines.line}>
            <SearchLine
              looking={one}
              onAsk={() => setAsked(one)}
              onSuggest={() => setSuggested(one)}
            />
          </li>
        ))}
      </ul>
      {asked && <SearchDialog looking={asked} onClose={() => setAsked(undefined)} />}
      {suggested && (
        <SuggestionsDialog looking={suggested} onClose={() => setSuggested(undefined)} />
      )}
      {isArranging && (
        <ArrangementDialog programmeId={programmeId} onClose={() => setArranging(false)} />
      )}
    </Panel>
  );
}

interface SearchLineProps {
  looking: LookingForPlace;
  onAsk: () => void;
  onSuggest: () => void;
}

function SearchLine({ looking, onAsk, onSuggest }: SearchLineProps) {
  const { t } = useTranslation('matches');
  const { language } = useLabels();
  const dates = useDates();
  const { listedName: name, search, languages } = looking;
  const facts = search
    ? [
        t('searches.people', { count: search.size }),
        listed(languages.map(language)),
        search.kinTowns.length > 0 && t('searches.kin', { towns: listed(search.kinTowns) }),
        listed(search.skills),
        search.hasSchoolChildren && t('searches.school'),
        search.needsStepFree && t('searches.stepFree'),
        search.from && t('places.from', { date: dates.day(search.from) }),
      ]
    : [];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <NameText>{name}</NameText>{' '}
          {!search && <Tag tone="attention">{t('searches.notAsked')}</Tag>}
        </p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
      </div>
      <Group gap="xs">
        <Button
          size="compact-md"
          variant={search ? 'default' : 'light'}
          aria-label={t('searches.needsOf', { name })}
          onClick={onAsk}
        >
          {t('searches.needs')}
        </Button>
        {search && (
          <Button
            size="compact-md"
            variant="light"
            aria-label={t('suggest.of', { name })}
            onClick={onSuggest}
          >
            {t('suggest.open')}
          </Button>
        )}
      </Group>
    </>
  );
}
