import { ActionIcon, Button, NativeSelect, Stack } from '@mantine/core';
import { IconCertificate, IconUserPlus, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity, ActivityParticipant } from '#api/activities.ts';
import { type ActivityPart, activityParts } from '#domain/activities/activity.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { PlainFormDrawer } from '../documents/form-drawer.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import classes from './activities.module.css';
import { CountedPanel } from './counted-panel.tsx';
import { GuestDialog } from './guest-dialog.tsx';
import { useActivity } from './use-activity.ts';
import { usePageOf } from './use-page-of.ts';

/** Who takes part: by name, and those who are only counted. */
export function ActivityParticipants() {
  const { data } = useActivity();
  return data ? <Participants activity={data} /> : null;
}

function Participants({ activity }: { activity: Activity }) {
  return (
    <Stack gap="lg">
      <NamedPanel activity={activity} />
      <CountedPanel activity={activity} />
    </Stack>
  );
}

function NamedPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const [edited, setEdited] = useState<ActivityParticipant | 'new'>();
  const [certified, setCertified] = useState<string>();
  const { id: activityId, participants, isPublic } = activity;
  const page = usePageOf(participants);
  const add = useMutation({
    mutationFn: (personId: string) =>
      vault.activityParticipants.save({ activityId, personId, part: 'participant' }),
  });
  return (
    <Panel
      title={t('people.title')}
      hint={t(isPublic ? 'people.consentHint' : 'people.hint')}
      actions={
        <Button
          variant="light"
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('people.addGuest')}
        </Button>
      }
    >
      <div className={classes.picker}>
        <PersonPicker
          key={participants.length}
          label={t('people.fromRegister')}
          exceptIds={participants.flatMap(({ personId }) => personId ?? [])}
          onPick={({ id }) => add.mutate(id)}
        />
      </div>
      <ErrorNotice error={add.error} />
      {participants.length === 0 && (
        <EmptyState icon={<IconUsersGroup size={28} />} title={t('people.empty')}>
          {t('people.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t('people.title')}>
        {page.items.map((one) => (
          <li key={one.id} className={lines.line}>
            <ParticipantLine
              activityId={activityId}
              participant={one}
              onEdit={() => setEdited(one)}
              onCertify={() => setCertified(one.id)}
            />
          </li>
        ))}
      </ul>
      <Paging {...page.paging} />
      {edited && (
        <GuestDialog
          activity={activity}
          participant={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {certified && (
        <PlainFormDrawer
          subjectId={certified}
          kind="certificate"
          onClose={() => setCertified(undefined)}
        />
      )}
    </Panel>
  );
}

interface ParticipantLineProps {
  activityId: string;
  participant: ActivityParticipant;
  onEdit: () => void;
  onCertify: () => void;
}

function ParticipantLine({ activityId, participant, onEdit, onCertify }: ParticipantLineProps) {
  const { t } = useTranslation('activities');
  const { label } = useLabels();
  const { id, name, personId, guest, organisationName, present, part } = participant;
  const setPart = useMutation({
    mutationFn: (chosen: ActivityPart) =>
      vault.activityParticipants.save(
        guest
          ? { id, activityId, guest, part: chosen }
          : { activityId, personId: personId ?? '', part: chosen },
      ),
  });
  const restore = useMutation({
    mutationFn: () => vault.activityParticipants.restore({ id }),
    onSuccess: () => notifyDone(t('restored')),
  });
  const remove = useMutation({
    mutationFn: () => vault.activityParticipants.remove({ id }),
    onSuccess: () => notifyWithUndo(t('people.removed'), () => restore.mutate()),
  });
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {personId ? (
            <Link to="/people/$personId" params={{ personId }}>
              <NameText strong>{name}</NameText>
            </Link>
          ) : (
            <NameText strong>{name}</NameText>
          )}
        </p>
        <p className={lines.soft}>
          {inOneLine([
            guest?.office,
            organisationName,
            present > 0 && t('people.present', { count: present }),
          ])}
        </p>
        <ErrorNotice error={setPart.error ?? remove.error} />
      </div>
      <div className={classes.answers}>
        <NativeSelect
          size="sm"
          aria-label={t('people.partOf', { name })}
          data={choicesOf(activityParts, 'activityParts', label)}
          value={part}
          onChange={(event) => {
            const chosen = activityParts.find((one) => one === event.currentTarget.value);
            if (chosen) setPart.mutate(chosen);
          }}
        />
        {guest && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('people.editGuest', { name })}
            onClick={onEdit}
          >
            {t('edit')}
          </Button>
        )}
        {present > 0 && (
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('people.certificateOf', { name })}
            title={t('people.certificate')}
            onClick={onCertify}
          >
            <IconCertificate size={18} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('people.removeOf', { name })}
          onClick={() => remove.mutate()}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </div>
    </>
  );
}
