import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeldSession } from '#api/services.ts';
import { sessionAttendances } from '#domain/services/session.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import classes from './attendance-list.module.css';

type Guests = HeldSession['guests'];

interface GuestAttendanceProps {
  guests: Guests;
  /** Not yet held: nobody can have been there. */
  isAhead: boolean;
  onChange: (guests: Guests) => void;
}

/** Who takes part in the activity and has no case file; added there. */
export function GuestAttendance({ guests, isAhead, onChange }: GuestAttendanceProps) {
  const { t } = useTranslation('sessions');
  const { label } = useLabels();
  return (
    <Panel
      title={t('guests', { count: guests.length })}
      hint={t('guestsHint')}
      actions={
        !isAhead && (
          <Button
            variant="default"
            onClick={() =>
              onChange(guests.map((one) => ({ ...one, attendance: 'present' as const })))
            }
          >
            {t('allGuestsPresent')}
          </Button>
        )
      }
    >
      <ul className={classes.participants}>
        {guests.map((one) => (
          <li key={one.participantId}>
            <span className={classes.name}>
              <NameText strong>{one.name}</NameText>
            </span>
            <SegmentedControl
              size="sm"
              aria-label={t('attendanceOf', { name: one.name })}
              data={choicesOf(
                isAhead ? ['expected', 'excused'] : sessionAttendances,
                'sessionAttendances',
                label,
              )}
              value={one.attendance}
              onChange={(value) => {
                const attendance = sessionAttendances.find((each) => each === value);
                if (attendance) {
                  onChange(guests.map((each) => (each === one ? { ...one, attendance } : each)));
                }
              }}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface CountedFieldProps {
  counted: number | undefined;
  onChange: (counted: number | undefined) => void;
}

/** Of those whom the activity only counts. */
export function CountedField({ counted, onChange }: CountedFieldProps) {
  const { t } = useTranslation('sessions');
  return (
    <NumberInput
      mt="md"
      maw="16rem"
      label={t('counted')}
      min={0}
      max={100_000}
      allowDecimal={false}
      value={counted ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
    />
  );
}
