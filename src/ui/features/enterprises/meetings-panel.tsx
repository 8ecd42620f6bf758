import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, MeetingShown } from '#api/enterprises.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { MeetingDialog } from './meeting-dialog.tsx';

/** What was said with tutor and mentor, the latest first, and what is to be done until the next time. */
export function MeetingsPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  const [edited, setEdited] = useState<MeetingShown | 'new'>();
  const { meetings, idea } = dossier;
  const add = (
    <Button variant="light" onClick={() => setEdited('new')}>
      {t('meeting.add')}
    </Button>
  );
  const people = [
    idea?.tutor && t('meeting.tutorIs', { name: idea.tutor }),
    idea?.mentor && t('meeting.mentorIs', { name: idea.mentor }),
  ];
  return (
    <Panel
      title={t('parts.meetings')}
      hint={inOneLine(people) || t('meeting.hint')}
      actions={meetings.length > 0 && add}
    >
      {meetings.length === 0 && (
        <EmptyState icon={<IconMessages size={28} />} title={t('meeting.empty')} action={add}>
          {t('meeting.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines}>
        {meetings.map((meeting) => (
          <li key={meeting.id} className={lines.line}>
            <MeetingLine meeting={meeting} onEdit={() => setEdited(meeting)} />
          </li>
        ))}
      </ul>
      {edited && (
        <MeetingDialog
          dossier={dossier}
          meeting={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function MeetingLine({ meeting, onEdit }: { meeting: MeetingShown; onEdit: () => void }) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  const dates = useDates();
  const { heldOn, name, minutes, about, next } = meeting.details;
  const day = dates.day(heldOn);
  const facts = [
    label('meetingWith', meeting.details.with),
    name,
    minutes !== undefined && t('meeting.lasted', { count: minutes }),
  ];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>{inOneLine([day, ...facts])}</p>
        <p className={lines.soft} dir="auto">
          {about}
        </p>
        {next && (
          <p className={lines.soft} dir="auto">
            {t('meeting.nextIs', { next })}
          </p>
        )}
      </div>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('meeting.editOf', { date: day })}
        onClick={onEdit}
      >
        {t('edit')}
      </Button>
    </>
  );
}
