import { Button, Skeleton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#api/activities.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ActivityDialog } from './activity-dialog.tsx';
import { useActivity } from './use-activity.ts';

const parts = [
  { to: '/programmes/activities/$activityId', words: 'parts.sessions' },
  { to: '/programmes/activities/$activityId/participants', words: 'parts.participants' },
  { to: '/programmes/activities/$activityId/answers', words: 'parts.answers' },
  { to: '/programmes/activities/$activityId/media', words: 'parts.media' },
  { to: '/programmes/activities/$activityId/report', words: 'parts.report' },
] as const;

/** An activity stays in sight with its parts, whichever of them is read. */
export function ActivityLayout() {
  const { data, error, refetch } = useActivity();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  return (
    <>
      <Heading activity={data} />
      <Parts activityId={data.id} />
      <Outlet />
    </>
  );
}

function Heading({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const dates = useDates();
  const { label } = useLabels();
  const [isEditing, setEditing] = useState(false);
  const { details, programmeName } = activity;
  const { from, to } = details;
  return (
    <>
      <BackLink to="/programmes/activities">{t('back')}</BackLink>
      <PageHeading
        lead={inOneLine([
          label('activityKinds', details.kind),
          from === to ? dates.day(from) : `${dates.day(from)} – ${dates.day(to)}`,
          details.place,
          programmeName,
        ])}
        actions={
          <>
            <RemoveActivity activity={activity} />
            <Button variant="default" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          </>
        }
      >
        {details.title} {details.isCancelled && <Tag>{t('cancelled')}</Tag>}
      </PageHeading>
      {isEditing && (
        <ActivityDialog
          activity={activity}
          onClose={() => setEditing(false)}
          onSaved={() => undefined}
        />
      )}
    </>
  );
}

/** True numbers are for whoever coordinates. */
function Parts({ activityId }: { activityId: string }) {
  const { t } = useTranslation('activities');
  const isCoordinator = useSession().user.role === 'coordinator';
  return (
    <PageTabs label={t('parts.label')}>
      {parts
        .filter(({ words }) => words !== 'parts.report' || isCoordinator)
        .map(({ to, words }) => (
          <PageTab key={to} to={to} params={{ activityId }} activeOptions={{ exact: true }}>
            {t(words)}
          </PageTab>
        ))}
    </PageTabs>
  );
}

/** Only what nothing was noted of; everything else is called off. */
function RemoveActivity({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const navigate = useNavigate();
  const { id, sessions, participants, counts, media } = activity;
  const restore = useMutation({
    mutationFn: () => vault.activities.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: async () => {
      await navigate({ to: '/programmes/activities' });
      return vault.activities.remove({ id });
    },
    onSuccess: () => notifyWithUndo(t('removed'), () => restore.mutate()),
  });
  if (sessions.length + participants.length + counts.length + media.length > 0) return null;
  return <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />;
}
