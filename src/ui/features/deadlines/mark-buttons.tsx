import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconClockPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineHandle } from '#api/deadlines.ts';
import { useSession } from '#ui/app/session.tsx';
import { MenuOnDemand } from '#ui/components/menu-on-demand.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './mark-buttons.module.css';
import { snoozedUntil, snoozeSteps, useMarking } from './use-marking.ts';

interface MarkButtonsProps {
  personId: string | undefined;
  handle: DeadlineHandle;
  /** What the buttons are about, for who does not see the line they stand in. */
  about: string;
  /** More entries for the menu. */
  children?: ReactNode;
}

/** Done, and later: what one does with a line of the list without opening it. */
export function MarkButtons({ personId, handle, about, children }: MarkButtonsProps) {
  const { t } = useTranslation('deadlines');
  const { today } = useSession();
  const dates = useDates();
  const marking = useMarking(personId, handle);
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
            {snoozeSteps.map((step) => (
              <Menu.Item
                key={step}
                rightSection={
                  <span className={classes.day}>{dates.day(snoozedUntil(today, step))}</span>
                }
                onClick={() => marking.snooze(step)}
              >
                {t(`snooze.${step}`)}
              </Menu.Item>
            ))}
            {children}
          </>
        )}
      </MenuOnDemand>
    </div>
  );
}
