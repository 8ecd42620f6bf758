import { useTranslation } from 'react-i18next';
import type { TodayItem } from '#api/today.ts';
import { NameText } from '#ui/components/name-text.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { MarkButtons } from '../deadlines/mark-buttons.tsx';
import { dueKeyOf } from './due-phrase.ts';
import { todayKinds } from './today-kinds.ts';
import { TodayLink } from './today-link.tsx';
import classes from './today-page.module.css';
import { useItemWords } from './use-item-words.ts';

export function DueRow({ item }: { item: TodayItem }) {
  const { t } = useTranslation('today');
  const dates = useDates();
  const { what, about } = useItemWords()(item);
  const { icon: Icon } = todayKinds[item.kind];
  const who = item.listedName ?? t('association');
  return (
    <>
      <TodayLink item={item} className={classes.item}>
        <Icon size={24} stroke={1.6} aria-hidden />
        <span>
          <NameText strong>{who}</NameText>
          <span className={classes.about}>
            <bdi>{what}</bdi>
            {about && (
              <>
                {' · '}
                <bdi>{about}</bdi>
              </>
            )}
          </span>
          <Doubt item={item} />
        </span>
        <span className={classes.due} data-late={item.daysLeft < 0 && item.group === 'overdue'}>
          <span>{t(dueKeyOf(item.daysLeft), { count: Math.abs(item.daysLeft) })}</span>
          <span className={classes.day}>{dates.day(item.due)}</span>
        </span>
      </TodayLink>
      {item.handle && (
        <MarkButtons
          personId={item.personId}
          handle={item.handle}
          about={`${who}, ${what}`}
          title={what}
          due={item.due}
        />
      )}
    </>
  );
}

/** How firm the day is, where it is not. */
function Doubt({ item }: { item: TodayItem }) {
  const { t } = useTranslation('today');
  const doubts = [
    item.assumedTerm !== undefined && t('shortestTerm', { count: item.assumedTerm }),
    item.certainty === 'confirmOnNotifiedAct' && t('confirmOnAct'),
    item.isEstimated && t('estimated'),
  ].filter(Boolean);
  return doubts.length > 0 && <span className={classes.doubt}>{inOneLine(doubts)}</span>;
}
