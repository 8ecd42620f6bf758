import { Alert, Button, Group, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgrammeResults } from '#api/programme-results.ts';
import type { Programme } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useProgramme } from '../programmes/use-programme.ts';
import { PeopleBehindDialog } from '../reports/people-behind-dialog.tsx';
import { BlockedPart } from './blocked-part.tsx';
import classes from './programme-results.module.css';
import { TargetsPanel } from './targets-panel.tsx';
import { WayPart } from './way-part.tsx';

const parts = ['targets', 'way', 'blocked'] as const;

/** Kept in the address, so that a view can be gone back to. */
export interface ResultsSearch {
  from?: string;
  to?: string;
  part?: (typeof parts)[number];
}

export function readResultsSearch({ from, to, part }: Record<string, unknown>): ResultsSearch {
  const isDay = (value: unknown): value is string =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const shown = parts.find((one) => one === part);
  return {
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(shown ? { part: shown } : {}),
  };
}

/** Which people a number of the page counts. */
interface OpenedFigure {
  figure: string;
  words: string;
}

export interface ResultsPart {
  programme: Programme;
  results: ProgrammeResults;
  onOpen: (opened: OpenedFigure) => void;
}

/** What was promised and what was reached, how fast, how it ended, and what people are stuck at. */
export function ResultsPage() {
  const { t } = useTranslation(['programme-results', 'dashboards']);
  const { programmeId } = useParams({ from: '/programmes/$programmeId/results' });
  const { part: _, ...period } = useSearch({ from: '/programmes/$programmeId/results' });
  const { data: programme } = useProgramme();
  const asked = { id: programmeId, ...period };
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'results', asked],
    queryFn: () => vault.programmeResults.get(asked),
  });
  if (!programme) return null;
  return (
    <>
      <Heading programmeId={programmeId} results={data} />
      <Choice results={data} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data ? (
        <Shown programme={programme} results={data} asked={asked} />
      ) : (
        !error && <Skeleton height={240} />
      )}
      <Alert color="petrol" mt="lg">
        {t('dashboards:unprotected')}
      </Alert>
    </>
  );
}

interface HeadingProps {
  programmeId: string;
  results: ProgrammeResults | undefined;
}

function Heading({ programmeId, results }: HeadingProps) {
  const { t } = useTranslation('programme-results');
  const dates = useDates();
  const period = results?.period;
  const lead = period && t('lead', { from: dates.day(period.from), to: dates.day(period.to) });
  return (
    <PageHeading
      order={2}
      lead={lead}
      actions={
        period && (
          <LinkButton to="/reports" search={{ programmeId, ...period }} variant="default">
            {t('report')}
          </LinkButton>
        )
      }
    >
      {t('title')}
    </PageHeading>
  );
}

/** The part of the page, and of which time. */
function Choice({ results }: { results: ProgrammeResults | undefined }) {
  const { t } = useTranslation('programme-results');
  const navigate = useNavigate({ from: '/programmes/$programmeId/results' });
  const search = useSearch({ from: '/programmes/$programmeId/results' });
  const { part = 'targets', from, to } = search;
  const set = (changed: ResultsSearch) =>
    void navigate({ search: readResultsSearch({ ...search, ...changed }), replace: true });
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="md">
      <SegmentedControl
        aria-label={t('parts.label')}
        data={parts.map((value) => ({ value, label: t(`parts.${value}`) }))}
        value={part}
        onChange={(value) => set(readResultsSearch({ part: value }))}
      />
      <Group gap="sm" align="flex-end">
        <DateField
          className={classes.date}
          label={t('from')}
          value={from ?? results?.period.from}
          onChange={(day) => day && set({ from: day })}
        />
        <DateField
          className={classes.date}
          label={t('to')}
          value={to ?? results?.period.to}
          onChange={(day) => day && set({ to: day })}
        />
        {(from !== undefined || to !== undefined) && (
          <Button
            variant="subtle"
            onClick={() => void navigate({ search: { part }, replace: true })}
          >
            {t('whole')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

interface ShownProps {
  programme: Programme;
  results: ProgrammeResults;
  asked: { id: string; from?: string; to?: string };
}

function Shown({ programme, results, asked }: ShownProps) {
  const { part = 'targets' } = useSearch({ from: '/programmes/$programmeId/results' });
  const { t } = useTranslation('programme-results');
  const [opened, setOpened] = useState<OpenedFigure>();
  const given = { programme, results, onOpen: setOpened };
  return (
    <Stack gap="lg" aria-live="polite">
      {part === 'targets' && <TargetsPanel {...given} />}
      {part === 'way' && <WayPart {...given} />}
      {part === 'blocked' && <BlockedPart {...given} />}
      {opened && (
        <PeopleBehindDialog
          title={opened.words}
          text={t('opened')}
          queryKey={['programmes', 'open', asked, opened.figure]}
          read={() => vault.programmeResults.open({ ...asked, figure: opened.figure })}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Stack>
  );
}
