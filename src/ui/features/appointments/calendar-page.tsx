import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#domain/dates/calendar-date.ts';
import { weekOf } from '#domain/dates/week.ts';
import { useSession } from '#ui/app/session.tsx';
import { useShownByAddress } from '#ui/app/shown-by-address.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { readWhole } from '#ui/components/read-whole.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { AppointmentDialog, EditAppointmentDialog } from './appointment-dialog.tsx';
import {
  type CalendarEntry,
  entryOfAppointment,
  entryOfSession,
  inOrder,
} from './calendar-entries.ts';
import classes from './calendar-page.module.css';
import { CalendarTabs } from './calendar-tabs.tsx';
import { type Slot, WeekGrid } from './week-grid.tsx';
import { WeekList } from './week-list.tsx';

/** Nobody holds more in seven days; a week is drawn whole or it would look free where it is not. */
const MOST_OF_A_WEEK = 2_000;

type Whose = 'mine' | 'all';
type View = 'grid' | 'list';

export function CalendarPage() {
  const { t } = useTranslation('appointments');
  const { today } = useSession();
  const dates = useDates();
  const navigate = useNavigate();
  const [day, setDay] = useState(today);
  const [whose, setWhose] = useState<Whose>('all');
  const [view, setView] = useState<View>('grid');
  const [adding, setAdding] = useState<Slot>();
  const [editing, setEditing] = useState<string>();
  const shown = useShownByAddress();
  const days = weekOf(day);
  const { entries, isCut, error, refetch } = useWeek(days, whose);
  const open = (entry: CalendarEntry) =>
    entry.kind === 'appointment'
      ? setEditing(entry.id)
      : void navigate({
          to: '/calendar/sessions/$sessionId',
          params: { sessionId: entry.id },
        });
  const turn = (weeks: number) => setDay(addDays(day, 7 * weeks));

  return (
    <>
      <PageHeading
        actions={
          <Button
            leftSection={<IconCalendarPlus size={20} aria-hidden />}
            onClick={() => setAdding({ on: days.includes(today) ? today : (days[0] ?? today) })}
          >
            {t('add')}
          </Button>
        }
      >
        {t('title')}
      </PageHeading>
      <CalendarTabs />
      <div className={classes.tools}>
        <div className={classes.turn}>
          <Turn label={t('previousWeek')} onClick={() => turn(-1)}>
            <IconChevronLeft size={20} aria-hidden />
          </Turn>
          <Button variant="default" onClick={() => setDay(today)}>
            {t('thisWeek')}
          </Button>
          <Turn label={t('nextWeek')} onClick={() => turn(1)}>
            <IconChevronRight size={20} aria-hidden />
          </Turn>
          <h2 className={classes.period} aria-live="polite">
            {t('period', { from: dates.day(days[0] ?? day), to: dates.day(days[6] ?? day) })}
          </h2>
        </div>
        <div className={classes.turn}>
          <SegmentedControl
            aria-label={t('whose.label')}
            value={whose}
            onChange={(value) => setWhose(value as Whose)}
            data={(['all', 'mine'] as const).map((value) => ({
              value,
              label: t(`whose.${value}`),
            }))}
          />
          <SegmentedControl
            aria-label={t('view.label')}
            value={view}
            onChange={(value) => setView(value as View)}
            data={(['grid', 'list'] as const).map((value) => ({
              value,
              label: t(`view.${value}`),
            }))}
          />
        </div>
      </div>
      <ErrorNotice error={error} onRetry={refetch} />
      {isCut && <p role="status">{t('cut')}</p>}
      {view === 'grid' ? (
        <WeekGrid days={days} entries={entries} onAdd={setAdding} onOpen={open} onTurn={turn} />
      ) : (
        <WeekList days={days} entries={entries} onOpen={open} />
      )}
      {adding && <AppointmentDialog slot={adding} onDone={() => setAdding(undefined)} />}
      {shown.appointment && <EditAppointmentDialog id={shown.appointment} onDone={shown.close} />}
      {editing && <EditAppointmentDialog id={editing} onDone={() => setEditing(undefined)} />}
    </>
  );
}

function Turn(props: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <ActionIcon variant="default" size="lg" aria-label={props.label} onClick={props.onClick}>
      {props.children}
    </ActionIcon>
  );
}

/** Appointments and sessions of seven days; what was moved stands on its new day only. */
function useWeek(days: string[], whose: Whose) {
  const { label } = useLabels();
  const { user } = useSession();
  const [from = '', to = ''] = [days[0], days[6]];
  const request = { from, to, ...(whose === 'mine' ? { workerId: user.id } : {}) };
  const appointments = useQuery({
    queryKey: ['appointments', 'list', request],
    queryFn: () => vault.appointments.list(request),
    placeholderData: keepPreviousData,
  });
  const sessions = useQuery({
    queryKey: ['sessions', 'list', from, to],
    queryFn: () => readWhole((page) => vault.sessions.list({ from, to, ...page }), MOST_OF_A_WEEK),
    placeholderData: keepPreviousData,
  });
  const planned = (appointments.data?.items ?? []).filter((one) => one.state !== 'moved');
  const entries = inOrder([
    ...planned.map((one) => entryOfAppointment(one, label)),
    ...(sessions.data?.items ?? []).map((one) => entryOfSession(one, label)),
  ]);
  const refetch = () => {
    void appointments.refetch();
    void sessions.refetch();
  };
  const isCut = appointments.data?.isCut ?? false;
  return { entries, isCut, error: appointments.error ?? sessions.error, refetch };
}
