import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '#api/deadlines.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './deadlines.module.css';
import { EventDialog } from './event-dialog.tsx';
import { MarkButtons } from './mark-buttons.tsx';
import { TaskDialog } from './task-dialog.tsx';
import { useMarking } from './use-marking.ts';
import { useRuleWords } from './use-rule-words.ts';

const tones: Record<DeadlineItem['state'], TagTone> = {
  overdue: 'bad',
  upcoming: 'attention',
  ahead: 'neutral',
  snoozed: 'calm',
  done: 'good',
  notApplicable: 'neutral',
  past: 'neutral',
};

interface DeadlineLineProps {
  item: DeadlineItem;
  personId: string | undefined;
}

export function DeadlineLine({ item, personId }: DeadlineLineProps) {
  const { t } = useTranslation('deadlines');
  const dates = useDates();
  const words = useRuleWords();
  const [isChanging, setChanging] = useState(false);
  const marking = useMarking(personId, item);
  const title = item.rule === 'callBack' ? t('callBack') : words(item.title);
  const isOpen = !['done', 'notApplicable', 'past'].includes(item.state);
  const stop = () => setChanging(false);
  return (
    <article className={classes.line}>
      <div className={classes.words}>
        <h3 className={classes.name}>
          <bdi>{title}</bdi>
        </h3>
        <p className={classes.when}>
          <Tag tone={tones[item.state]}>{t(`states.${item.state}`)}</Tag>{' '}
          {t(`when.${item.kind}`, { date: dates.day(item.due) })}
          {item.fallsOnClosedDay && isOpen && <> · {t('closedDay')}</>}
        </p>
        <Doubts item={item} isOpen={isOpen} />
        <Decision item={item} />
        <Why item={item} />
      </div>
      {isOpen ? (
        <MarkButtons personId={personId} handle={item} about={title} title={title} due={item.due}>
          {item.fact.row && (
            <Menu.Item onClick={() => setChanging(true)}>{t('changeFact')}</Menu.Item>
          )}
        </MarkButtons>
      ) : (
        item.mark && (
          <Button variant="subtle" size="compact-md" onClick={marking.withdraw}>
            {t('takeBack')}
          </Button>
        )
      )}
      {isChanging && item.fact.row === 'event' && (
        <EventDialog personId={personId} eventId={item.fact.rowId} onDone={stop} />
      )}
      {isChanging && item.fact.row === 'task' && (
        <TaskDialog
          personId={personId}
          kind={item.rule === 'callBack' ? 'callBack' : 'ownDeadline'}
          taskId={item.fact.rowId}
          onDone={stop}
        />
      )}
    </article>
  );
}

/** Whatever makes the day less than certain stands in sight, not in the details. */
function Doubts({ item, isOpen }: { item: DeadlineItem; isOpen: boolean }) {
  const { t } = useTranslation('deadlines');
  if (!isOpen) return null;
  const doubts = [
    item.assumedTerm !== undefined && t('assumedTerm'),
    item.certainty !== 'settled' && t(`certainties.${item.certainty}`),
    item.isEstimated && t('estimated'),
  ].filter(Boolean);
  return doubts.length > 0 && <p className={classes.doubt}>{doubts.join(' ')}</p>;
}

/** What somebody decided, and when; or the fact that settled it. */
function Decision({ item }: { item: DeadlineItem }) {
  const { t } = useTranslation('deadlines');
  const dates = useDates();
  const { mark, endedOn, state, nextReminder } = item;
  const said = [
    mark?.doneOn && t('doneOn', { date: dates.day(mark.doneOn), by: mark.by }),
    state === 'snoozed' && mark?.until && t('snoozedUntil', { date: dates.day(mark.until) }),
    state === 'notApplicable' && mark && t('notApplicableBy', { by: mark.by }),
    !mark && endedOn && t('endedOn', { date: dates.day(endedOn) }),
    state === 'ahead' && nextReminder && t('nextReminder', { date: dates.day(nextReminder) }),
  ].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p className={classes.soft}>{inOneLine(said)}</p>}
      {mark?.reason && (
        <p className={classes.soft}>
          <bdi>{mark.reason}</bdi>
        </p>
      )}
    </>
  );
}

/** Why it is here: from which fact, by which rule, and what to do. */
function Why({ item }: { item: DeadlineItem }) {
  const { t } = useTranslation('deadlines');
  const dates = useDates();
  const words = useRuleWords();
  const isTask = item.fact.row === 'task';
  if (isTask) {
    return item.fact.note ? (
      <p className={classes.soft}>
        <bdi dir="auto">{item.fact.note}</bdi>
      </p>
    ) : null;
  }
  const fact = item.rule === 'registerReport' ? undefined : item.fact;
  return (
    <details className={classes.why}>
      <summary>{t('why')}</summary>
      {item.advice && <p className={classes.advice}>{words(item.advice)}</p>}
      <FactList
        facts={[
          {
            label: t('fromFact'),
            value: fact && `${t(`facts.${fact.kind}`)}, ${dates.day(fact.on)}`,
          },
          { label: t('note'), value: fact?.note && <bdi dir="auto">{fact.note}</bdi> },
          { label: t('actor'), value: t(`actors.${item.actor}`) },
          { label: t('source'), value: item.source },
          { label: t('checkedOn'), value: item.checkedOn && dates.day(item.checkedOn) },
        ]}
      />
    </details>
  );
}
