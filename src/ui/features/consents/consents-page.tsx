import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { IconCake, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { usePersonId } from '../people/use-person.ts';
import { ConsentCard } from './consent-card.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import type { ConsentAbout } from './consent-draft.ts';
import { NoticesPanel } from './notices-panel.tsx';
import { useConsents } from './use-consents.ts';
import { WithholdingsPanel } from './withholdings-panel.tsx';

export function ConsentsPage() {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const personId = usePersonId();
  const [giving, setGiving] = useState<ConsentAbout>();
  const { data, error, refetch } = useConsents(personId);
  return (
    <>
      <PageHeading
        order={2}
        lead={t('lead')}
        actions={<Button onClick={() => setGiving({})}>{t('give')}</Button>}
      >
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton height={90} />}
        {data?.isUnderAge && data.comesOfAgeOn && (
          <Alert color="petrol" icon={<IconCake aria-hidden />}>
            {t('comesOfAge', { date: dates.day(data.comesOfAgeOn) })}
          </Alert>
        )}
        {data?.items.length === 0 && (
          <Panel>
            <EmptyState icon={<IconShieldCheck size={28} />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          </Panel>
        )}
        {data && data.items.length > 0 && (
          <ul className={classes.cards}>
            {data.items.map((consent) => (
              <li key={consent.id}>
                <ConsentCard
                  personId={personId}
                  consent={consent}
                  onSignAnew={() =>
                    setGiving({
                      organisationId: consent.details.organisationId,
                      categories: consent.details.dataCategories,
                    })
                  }
                />
              </li>
            ))}
          </ul>
        )}
        <NoticesPanel personId={personId} />
        <WithholdingsPanel personId={personId} />
      </Stack>
      {giving && (
        <ConsentDialog
          personId={personId}
          {...giving}
          onSaved={() => setGiving(undefined)}
          onCancel={() => setGiving(undefined)}
        />
      )}
    </>
  );
}
