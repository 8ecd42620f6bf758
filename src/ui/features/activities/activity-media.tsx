import { ActionIcon, Button, NativeSelect, Stack } from '@mantine/core';
import { IconSpeakerphone, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ShownMedia } from '#api/activities.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './activities.module.css';
import { MediaDialog } from './media-dialog.tsx';
import { useActivity } from './use-activity.ts';

/** Who speaks in public, and where they did. */
export function ActivityMedia() {
  const { data } = useActivity();
  return data ? <Media activity={data} /> : null;
}

function Media({ activity }: { activity: Activity }) {
  return (
    <Stack gap="lg">
      <Speakers activity={activity} />
      <Outputs activity={activity} />
    </Stack>
  );
}

function Speakers({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const speak = useMutation({ mutationFn: vault.activityParticipants.speak });
  const speakers = activity.participants.filter(({ isSpokesperson }) => isSpokesperson);
  const others = activity.participants.filter(({ isSpokesperson }) => !isSpokesperson);
  return (
    <Panel title={t('media.speakers')} hint={t('media.speakersHint')}>
      {speakers.length === 0 && <p>{t('media.noSpeakers')}</p>}
      <ul className={lines.lines} aria-label={t('media.speakers')}>
        {speakers.map(({ id, name, mayBeShown }) => (
          <li key={id} className={lines.line}>
            <div className={lines.words}>
              <NameText strong>{name}</NameText>{' '}
              {!mayBeShown && <Tag tone="bad">{t('media.mayNot')}</Tag>}
            </div>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('media.removeSpeaker', { name })}
              onClick={() => speak.mutate({ id, isSpokesperson: false })}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <NativeSelect
          mt="md"
          className={classes.picker}
          label={t('media.addSpeaker')}
          data={[
            { value: '', label: '' },
            ...others.map(({ id, name, mayBeShown }) => ({
              value: id,
              label: mayBeShown ? name : `${name} (${t('media.mayNot')})`,
              disabled: !mayBeShown,
            })),
          ]}
          value=""
          onChange={(event) =>
            speak.mutate({ id: event.currentTarget.value, isSpokesperson: true })
          }
        />
      )}
      <ErrorNotice error={speak.error} />
    </Panel>
  );
}

function Outputs({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const [edited, setEdited] = useState<ShownMedia | 'new'>();
  return (
    <Panel
      title={t('media.title')}
      actions={
        <Button variant="light" onClick={() => setEdited('new')}>
          {t('media.add')}
        </Button>
      }
    >
      {activity.media.length === 0 && (
        <EmptyState icon={<IconSpeakerphone size={28} />} title={t('media.empty')}>
          {t('media.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t('media.title')}>
        {activity.media.map((media) => (
          <li key={media.id} className={lines.line}>
            <OutputLine media={media} onEdit={() => setEdited(media)} />
          </li>
        ))}
      </ul>
      {edited && (
        <MediaDialog
          activity={activity}
          media={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function OutputLine({ media, onEdit }: { media: ShownMedia; onEdit: () => void }) {
  const { t } = useTranslation('activities');
  const dates = useDates();
  const { label } = useLabels();
  const { details, spokesperson, isToBeTakenDown } = media;
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {details.outlet} {isToBeTakenDown && <Tag tone="bad">{t('media.takeDown')}</Tag>}
        </p>
        <p className={lines.soft}>
          {inOneLine([
            label('mediaKinds', details.kind),
            details.title,
            dates.day(details.on),
            spokesperson,
          ])}
        </p>
        {details.link && <p className={lines.soft}>{details.link}</p>}
      </div>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('media.editOf', { outlet: details.outlet })}
        onClick={onEdit}
      >
        {t('media.edit')}
      </Button>
    </>
  );
}
