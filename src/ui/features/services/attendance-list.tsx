import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HeldSession } from '#api/services.ts';
import { type SessionAttendance, sessionAttendances } from '#domain/services/session.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import classes from './attendance-list.module.css';

type Participants = HeldSession['participants'];

interface AttendanceListProps {
  participants: Participants;
  /** Not yet held: nobody can have been there. */
  isAhead: boolean;
  onChange: (participants: Participants) => void;
}

/** Calls the register: one click a person, and one for all of them. */
export function AttendanceList({ participants, isAhead, onChange }: AttendanceListProps) {
  const { t } = useTranslation(['sessions', 'services']);
  const { label } = useLabels();
  const set = (personId: string, attendance: SessionAttendance) =>
    onChange(participants.map((one) => (one.personId === personId ? { ...one, attendance } : one)));
  return (
    <Panel
      title={t('participants', { count: participants.length })}
      actions={
        participants.length > 0 &&
        !isAhead && (
          <Button
            variant="default"
            onClick={() =>
              onChange(participants.map((one) => ({ ...one, attendance: 'present' as const })))
            }
          >
            {t('allPresent')}
          </Button>
        )
      }
    >
      <PersonPicker
        key={participants.length}
        label={t('addParticipant')}
        exceptIds={participants.map((one) => one.personId)}
        onPick={({ id, listedName }) =>
          onChange([
            ...participants,
            { personId: id, listedName, attendance: isAhead ? 'expected' : 'present' },
          ])
        }
      />
      <ul className={classes.participants}>
        {participants.map((one) => (
          <li key={one.personId}>
            <span className={classes.name}>
              <NameText strong>{one.listedName}</NameText>
            </span>
            <SegmentedControl
              size="sm"
              aria-label={t('attendanceOf', { name: one.listedName })}
              data={choicesOf(
                isAhead ? ['expected', 'excused'] : sessionAttendances,
                'sessionAttendances',
                label,
              )}
              value={one.attendance}
              onChange={(value) => {
                const chosen = sessionAttendances.find((each) => each === value);
                if (chosen) set(one.personId, chosen);
              }}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('services:person.remove', { name: one.listedName })}
              onClick={() => onChange(participants.filter((each) => each !== one))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
