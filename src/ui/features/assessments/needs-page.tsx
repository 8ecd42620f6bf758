import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { usePersonId } from '../people/use-person.ts';
import { NeedCard } from './need-card.tsx';
import classes from './needs-page.module.css';

const levels = [1, 2, 3, 4, 5] as const;

export function NeedsPage() {
  const { t } = useTranslation(['assessments', 'vocabularies']);
  const personId = usePersonId();
  const labels = useLabels();
  const { data, error, refetch } = useQuery({
    queryKey: ['needs', 'list', personId],
    queryFn: () => vault.needs.list({ personId }),
  });
  const latest = new Map(
    [...(data?.items ?? [])]
      .sort((a, b) => a.recordedOn.localeCompare(b.recordedOn))
      .map((need) => [need.domain, need]),
  );
  return (
    <>
      <PageHeading order={2} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <dl className={classes.scale} aria-label={t('scale')}>
        {levels.map((level) => (
          <div key={level} data-level={level}>
            <dt>
              {level} · {t(`vocabularies:needLevels.${level}`)}
            </dt>
            <dd>{t(`vocabularies:needLevelHints.${level}`)}</dd>
          </div>
        ))}
      </dl>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data ? (
        <ul className={classes.cards}>
          {labels.choices('lifeDomains').map(({ value, label }) => (
            <li key={value}>
              <NeedCard
                personId={personId}
                domain={value}
                name={label}
                recorded={latest.get(value)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Stack gap="sm" aria-hidden>
          <Skeleton height={120} />
          <Skeleton height={120} />
        </Stack>
      )}
    </>
  );
}
