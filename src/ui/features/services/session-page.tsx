import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeldSession } from '#api/services.ts';
import type { SessionDetails } from '#domain/services/session.ts';
import { useSession } from '#ui/app/session.tsx';
import { forgetUnsavedChanges } from '#ui/app/unsaved.ts';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { PlainFormDrawer } from '../documents/form-drawer.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { AttendanceList } from './attendance-list.tsx';
import { CountedField, GuestAttendance } from './guest-attendance.tsx';
import { RepeatDialog } from './repeat-dialog.tsx';
import { draftOfSession, newSessionDraft, readSessionDraft } from './session-draft.ts';
import { SessionFields } from './session-fields.tsx';

/** One session with who was there; `new` in the address is one that is being written. */
export function SessionPage() {
  const { sessionId } = useParams({ from: '/calendar/sessions/$sessionId' });
  const isNew = sessionId === 'new';
  const { data, error, refetch } = useQuery({
    queryKey: ['sessions', 'get', sessionId],
    queryFn: () => vault.sessions.get({ id: sessionId }),
    enabled: !isNew,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!isNew && !data) return <Skeleton height={240} />;
  return <SessionForm key={`${sessionId}-${data?.revision ?? 0}`} session={data} />;
}

function SessionForm({ session }: { session: HeldSession | undefined }) {
  const { t } = useTranslation(['sessions', 'common']);
  const { today } = useSession();
  const navigate = useNavigate();
  const begun = session ? draftOfSession(session) : newSessionDraft(today);
  const subjectId = session?.id ?? 'new';
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm({ form: 'session', subjectId, basis: session?.revision, start: begun });
  const [wasAsked, setAsked] = useState(false);
  const [isRepeating, setRepeating] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(begun);
  const save = useMutation({
    mutationFn: (details: SessionDetails) =>
      vault.sessions.save({
        ...(session ? { id: session.id, revision: session.revision } : {}),
        details,
        participants: draft.participants.map(({ personId, attendance }) => ({
          personId,
          attendance,
        })),
        guests: draft.guests.map(({ participantId, attendance }) => ({
          participantId,
          attendance,
        })),
      }),
    onSuccess: ({ id }) => {
      notifyDone(t('saved'));
      forgetUnsavedChanges();
      forget();
      if (!session) {
        void navigate({ to: '/calendar/sessions/$sessionId', params: { sessionId: id } });
      }
    },
  });
  const submit = () => {
    setAsked(true);
    const details = readSessionDraft(draft);
    if (details) save.mutate(details);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <UnsavedGuard isDirty={isDirty && !save.isPending} isKeptAsDraft />
      {session?.activity && (
        <BackLink
          to="/programmes/activities/$activityId"
          params={{ activityId: session.activity.id }}
        >
          {session.activity.title}
        </BackLink>
      )}
      <PageHeading
        lead={session?.isRepeated ? t('ofSeries') : undefined}
        actions={
          <>
            {session && (
              <Button variant="default" disabled={isDirty} onClick={() => setPrinting(true)}>
                {t('meetingMinutes')}
              </Button>
            )}
            {session && (
              <Button variant="default" disabled={isDirty} onClick={() => setRepeating(true)}>
                {t('repeat')}
              </Button>
            )}
            <Button type="submit" loading={save.isPending}>
              {t('common:actions.save')}
            </Button>
          </>
        }
      >
        {session ? session.details.title : t('newTitle')}
      </PageHeading>
      <DraftOffer draft={kept}>
        <ErrorNotice error={save.error} />
        <Stack gap="lg">
          <Panel>
            <SessionFields draft={draft} wasAsked={wasAsked} onChange={change} />
            {session?.activity?.hasCounted && (
              <CountedField counted={draft.counted} onChange={(counted) => change({ counted })} />
            )}
          </Panel>
          {draft.guests.length > 0 && (
            <GuestAttendance
              guests={draft.guests}
              isAhead={draft.heldOn !== undefined && draft.heldOn > today}
              onChange={(guests) => change({ guests })}
            />
          )}
          <AttendanceList
            participants={draft.participants}
            isAhead={draft.heldOn !== undefined && draft.heldOn > today}
            onChange={(participants) => change({ participants })}
          />
        </Stack>
        <Group justify="space-between" mt="lg">
          {session ? <RemoveSession id={session.id} /> : <span />}
          <Button type="submit" loading={save.isPending}>
            {t('common:actions.save')}
          </Button>
        </Group>
      </DraftOffer>
      {session && isPrinting && (
        <PlainFormDrawer subjectId={session.id} kind="minutes" onClose={() => setPrinting(false)} />
      )}
      {session && isRepeating && (
        <RepeatDialog session={session} onDone={() => setRepeating(false)} />
      )}
    </form>
  );
}

function RemoveSession({ id }: { id: string }) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const restore = useMutation({
    mutationFn: () => vault.sessions.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: async () => {
      // The page of a session that is gone would say that it cannot be found.
      forgetUnsavedChanges();
      await navigate({ to: '/calendar/sessions' });
      return vault.sessions.remove({ id });
    },
    onSuccess: () => notifyWithUndo(t('removed'), () => restore.mutate()),
  });
  return <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />;
}
