import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconClockPause } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineHandle } from '#api/deadlines.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { snoozesFor } from '#domain/deadlines/snooze.ts';
import { useSession } from '#ui/app/session.tsx';
import { MenuOnDemand } from '#ui/components/menu-on-demand.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './mark-buttons.module.css';
import { NotApplicableDialog } from './not-applicable-dialog.tsx';
import { useMarking } from './use-marking.ts';

interface MarkButtonsProps {
  personId: string | undefined;
  handle: DeadlineHandle;
  /** What the buttons are about, for who does not see the line they stand in. */
  about: string;
  /** What is due, without whose it is. */
  title: string;
  due: CalendarDate;
  /** More entries for the menu. */
  children?: ReactNode;
}

/** Done, later, or nothing of theirs: what one does with a line of the list without opening it. */
export function MarkButtons(props: MarkButtonsProps) {
  const { personId, handle, about, title, due, children } = props;
  const { t } = useTranslation('deadlines');
  const { today } = useSession();
  const dates = useDates();
  const marking = useMarking(personId, handle);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={classes.buttons}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('markDone', { about })}
        title={t('done')}
        disabled={marking.isPending}
        onClick={marking.done}
      >
        <IconCheck size={20} aria-hidden />
      </ActionIcon>
      <MenuOnDemand
        label={t('postpone', { about })}
        title={t('later')}
        icon={<IconClockPause size={20} aria-hidden />}
        disabled={marking.isPending}
      >
        {() => (
          <>
            {snoozesFor(due, today).map(({ step, until }) => (
              <Menu.Item
                key={step}
                rightSection={<span className={classes.day}>{dates.day(until)}</span>}
                onClick={() => marking.snooze(until)}
              >
                {t(`snooze.${step}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={() => setAsking(true)}>{t('notApplicable')}</Menu.Item>
            {children}
          </>
        )}
      </MenuOnDemand>
      {isAsking && (
        <NotApplicableDialog
          personId={personId}
          handle={handle}
          title={title}
          onConfirm={(reason) => {
            marking.notApplicable(reason);
            setAsking(false);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
