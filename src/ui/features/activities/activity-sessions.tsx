import { Button, Stack, TextInput } from '@mantine/core';
import { IconCalendarPlus, IconUsersGroup } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#api/activities.ts';
import { type SessionDetails, sessionDetails } from '#domain/services/session.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import lines from '#ui/components/line-list.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { LineField } from '#ui/components/text-fields.tsx';
import { TimeField } from '#ui/components/time-field.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { AboutActivity } from './about-activity.tsx';
import { useActivity } from './use-activity.ts';

/** When it is held, and how many came each time. */
export function ActivitySessions() {
  const { data } = useActivity();
  if (!data) return null;
  return (
    <Stack gap="lg">
      <SessionsPanel activity={data} />
      <AboutActivity activity={data} />
    </Stack>
  );
}

function SessionsPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const [isAdding, setAdding] = useState(false);
  const { sessions } = activity;
  return (
    <Panel
      title={t('sessions.title')}
      actions={
        <Button
          variant="light"
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('sessions.add')}
        </Button>
      }
    >
      {sessions.length === 0 && (
        <EmptyState icon={<IconUsersGroup size={28} />} title={t('sessions.empty')}>
          {t('sessions.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t('sessions.title')}>
        {sessions.map((session) => (
          <li key={session.id} className={lines.line}>
            <SessionLine session={session} />
          </li>
        ))}
      </ul>
      {isAdding && <SessionDialog activity={activity} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function SessionLine({ session }: { session: Activity['sessions'][number] }) {
  const { t } = useTranslation('activities');
  const dates = useDates();
  const { id, title, on, start, place, invited, present, counted } = session;
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          <Link to="/calendar/sessions/$sessionId" params={{ sessionId: id }}>
            {title}
          </Link>
        </p>
        <p className={lines.soft}>{inOneLine([dates.dayInFull(on), start, place])}</p>
      </div>
      <span>
        {inOneLine([
          invited > 0 && t('sessions.present', { present, count: invited }),
          counted !== undefined && t('sessions.counted', { count: counted }),
        ])}
      </span>
    </>
  );
}

interface SessionDraft {
  title: string;
  heldOn: string | undefined;
  start: string | undefined;
  minutes: string;
  place: string;
}

function readDraft({ minutes, ...draft }: SessionDraft, type: string): SessionDetails | undefined {
  const read = sessionDetails.safeParse({
    ...draft,
    type,
    ...(minutes.trim() === '' ? {} : { minutes: Number(minutes) }),
  });
  return read.success ? read.data : undefined;
}

function SessionDialog({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const { t } = useTranslation(['activities', 'sessions']);
  const lists = useLists();
  const { id: activityId, details: about, sessions } = activity;
  const last = sessions.at(-1);
  const { values, change, kept, forget } = useKeptForm<SessionDraft>({
    form: 'activity',
    subjectId: `${activityId}:session`,
    start: {
      title: about.title,
      heldOn: last ? undefined : about.from,
      start: last?.start,
      minutes: last?.minutes === undefined ? '' : String(last.minutes),
      place: last?.place ?? about.place ?? '',
    },
  });
  const close = () => {
    forget();
    onClose();
  };
  const type = lists?.activityKinds.items.find(({ code }) => code === about.kind)?.serviceType;
  const details = readDraft(values, type ?? 'TRN');
  const save = useMutation({
    mutationFn: (given: SessionDetails) =>
      vault.sessions.save({ activityId, details: given, participants: [] }),
    onSuccess: () => {
      notifyDone(t('sessions:saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('sessions.add')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
    >
      <LineField
        label={t('sessions.name')}
        required
        maxLength={160}
        value={values.title}
        onText={(title) => change({ title })}
      />
      <div className={grid.three}>
        <DateField
          label={t('sessions.day')}
          required
          value={values.heldOn}
          onChange={(heldOn) => change({ heldOn })}
        />
        <TimeField
          label={t('sessions:start')}
          value={values.start}
          onChange={(start) => change({ start })}
        />
        <TextInput
          label={t('sessions:minutes')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={values.minutes}
          onChange={(event) => change({ minutes: event.currentTarget.value })}
        />
      </div>
      <LineField
        label={t('sessions:place')}
        maxLength={160}
        value={values.place}
        onText={(place) => change({ place })}
      />
    </FormDialog>
  );
}
