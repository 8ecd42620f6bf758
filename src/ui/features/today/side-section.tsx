import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayItem, TodayKind, TodaySection } from '#api/today.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { MarkButtons } from '../deadlines/mark-buttons.tsx';
import { dueKeyOf } from './due-phrase.ts';
import { TodayLink } from './today-link.tsx';
import classes from './today-page.module.css';
import { useItemWords } from './use-item-words.ts';

/** What is nearest; together with the main list no longer than two screens. */
const shownAtFirst = 2;

interface SideSectionProps {
  section: Exclude<TodaySection, 'due'>;
  items: TodayItem[];
}

/** A short list beside the main one; nothing at all when it is empty. */
export function SideSection({ section, items }: SideSectionProps) {
  const { t } = useTranslation('today');
  const [showsAll, setShowsAll] = useState(false);
  const own = items.filter((item) => item.section === section);
  if (own.length === 0) return null;
  const shown = showsAll ? own : own.slice(0, shownAtFirst);
  return (
    <Panel
      title={
        <>
          {t(`sections.${section}`)} <Tag>{own.length}</Tag>
        </>
      }
    >
      <ul className={classes.sideItems}>
        {shown.map((item) => (
          <li key={item.key} className={classes.row}>
            <SideRow item={item} />
          </li>
        ))}
      </ul>
      {section === 'replies' && (
        <p className={classes.all}>
          <Link to="/referrals">{t('allReferrals')}</Link>
        </p>
      )}
      {shown.length < own.length && (
        <Button size="compact-md" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('showAll', { count: own.length })}
        </Button>
      )}
    </Panel>
  );
}

/** Under the heading of their section the note or the office is enough. */
const saysItself: readonly TodayKind[] = ['callBack', 'replyOverdue', 'replyAwaited'];

function SideRow({ item }: { item: TodayItem }) {
  const { t } = useTranslation('today');
  const { what, about } = useItemWords()(item);
  const isAppointment = item.section === 'appointments';
  const isSession = item.kind === 'session';
  const when = t(dueKeyOf(item.daysLeft), { count: Math.abs(item.daysLeft) });
  const isLate = item.group === 'overdue' && item.section !== 'drafts';
  const said = saysItself.includes(item.kind) ? [about ?? what] : [what, isSession ? null : about];
  const nobody = isSession ? (about ?? what) : t(isAppointment ? 'nobody' : 'association');
  return (
    <>
      <TodayLink item={item} className={classes.sideItem}>
        {item.time && <span className={classes.time}>{item.time} </span>}
        <NameText strong>{item.listedName ?? nobody}</NameText>
        <span className={classes.about}>
          <bdi>{inOneLine(said)}</bdi>
          {!isAppointment && (
            <>
              {' · '}
              <span data-late={isLate} className={classes.when}>
                {when}
              </span>
            </>
          )}
        </span>
      </TodayLink>
      {item.handle && (
        <MarkButtons
          personId={item.personId}
          handle={item.handle}
          about={`${item.listedName ?? ''}, ${what}`}
          title={what}
          due={item.due}
        />
      )}
    </>
  );
}
