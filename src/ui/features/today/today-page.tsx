import { SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconSunrise, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todaySections, type WhoseWork, whoseWork } from '#api/today.ts';
import { useSession } from '#ui/app/session.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { BackupReminder } from '../backups/backup-reminder.tsx';
import { DraftsLeftPanel } from '../drafts/drafts-left-panel.tsx';
import { DiskAlert } from '../settings/disk-alert.tsx';
import { FirstStepsPanel } from '../settings/first-steps-panel.tsx';
import { DueList } from './due-list.tsx';
import { SideSection } from './side-section.tsx';
import classes from './today-page.module.css';
import { todayQuery } from './today-query.ts';
import { usePaintedFirst } from './use-painted-first.ts';

/** Kept while the page lives: who went to a person and came back wants the same list. */
let lastChosen: WhoseWork = 'team';

export function TodayPage() {
  const { t } = useTranslation('today');
  const { today } = useSession();
  const dates = useDates();
  const [whose, setWhose] = useState<WhoseWork>(lastChosen);
  const { data, error, refetch } = useQuery({
    ...todayQuery(whose),
    placeholderData: keepPreviousData,
  });
  const isWhole = usePaintedFirst(data !== undefined || error !== null);
  const isFirstDay =
    whose === 'team' &&
    data?.openFiles === 0 &&
    data.recentPeople.length === 0 &&
    data.items.length === 0;

  return (
    <>
      <PageHeading
        lead={
          data ? t('lead', { date: dates.day(today), count: data.openFiles }) : dates.day(today)
        }
        actions={
          <>
            {isWhole && !isFirstDay && (
              <SegmentedControl
                aria-label={t('whose.label')}
                data={whoseWork.map((one) => ({ value: one, label: t(`whose.${one}`) }))}
                value={whose}
                onChange={(value) => {
                  lastChosen = value === 'mine' ? 'mine' : 'team';
                  setWhose(lastChosen);
                }}
              />
            )}
            <LinkButton
              to="/people/new"
              size="md"
              leftSection={<IconUserPlus size={20} aria-hidden />}
            >
              {t('register')}
            </LinkButton>
          </>
        }
      >
        {t('title')}
      </PageHeading>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {isFirstDay ? (
        <>
          <DraftsLeftPanel />
          <FirstStepsPanel />
          <Panel>
            <EmptyState icon={<IconSunrise size={28} />} title={t('firstTitle')}>
              {t('firstText')}
            </EmptyState>
          </Panel>
        </>
      ) : (
        <div className={classes.columns}>
          <div>
            {isWhole && <FirstStepsPanel />}
            {data ? (
              <DueList
                items={data.items.filter((item) => item.section === 'due')}
                whose={whose}
                total={data.totals.due}
                isWhole={isWhole}
              />
            ) : (
              !error && <WaitingList />
            )}
            <p className={classes.advice}>{t('noLegalAdvice')}</p>
            {isWhole && !error && <RecentPeople people={data?.recentPeople} />}
          </div>
          <div className={classes.side}>
            {isWhole && (
              <>
                <BackupReminder />
                <DiskAlert />
                <DraftsLeftPanel />
                {todaySections.map(
                  (section) =>
                    section !== 'due' && (
                      <SideSection key={section} section={section} items={data?.items ?? []} />
                    ),
                )}
              </>
            )}
          </div>
        </div>
      )}
    </>
  );
}

function RecentPeople({ people }: { people: { id: string; listedName: string }[] | undefined }) {
  const { t } = useTranslation('today');
  return (
    <Panel title={t('recent')}>
      {people?.length === 0 && <p className={classes.quiet}>{t('recentEmpty')}</p>}
      <ul className={classes.recent}>
        {people?.map((person) => (
          <li key={person.id}>
            <Link
              to="/people/$personId"
              params={{ personId: person.id }}
              className={classes.recentPerson}
            >
              <NameText>{person.listedName}</NameText>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function WaitingList() {
  return (
    <Stack gap="sm" aria-hidden>
      <Skeleton height={64} />
      <Skeleton height={64} />
      <Skeleton height={64} />
    </Stack>
  );
}
