import {
  IconAlarm,
  IconCalendarEvent,
  IconClipboardCheck,
  IconFileText,
  IconFlag,
  IconFolder,
  IconGavel,
  IconHandStop,
  IconListCheck,
  IconMailForward,
  IconPencil,
  IconSend,
  IconUserCheck,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiaryEntry } from '#api/diary.ts';
import type { DiaryKind } from '#domain/diary/diary.ts';
import { useSession } from '#ui/app/session.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { EditAppointmentDialog } from '../appointments/appointment-dialog.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { EditServiceDialog } from '../services/service-dialog.tsx';
import classes from './diary-page.module.css';
import { byMonth, factNames, sentenceWords } from './diary-sentence.ts';

const icons: Record<DiaryKind, typeof IconPencil> = {
  service: IconPencil,
  session: IconUsersGroup,
  appointment: IconCalendarEvent,
  letter: IconMailForward,
  referral: IconSend,
  plan: IconClipboardCheck,
  consent: IconUserCheck,
  need: IconListCheck,
  document: IconFileText,
  procedure: IconGavel,
  deadline: IconAlarm,
  tie: IconUsers,
  programme: IconFlag,
  caseFile: IconFolder,
};

/** Where an entry is kept, when it is not a dialog; kinds without a page of their own have no link. */
const places: Partial<
  Record<DiaryKind, '/people/$personId' | '/people/$personId/letters' | '/people/$personId/plans'>
> = {
  letter: '/people/$personId/letters',
  referral: '/people/$personId/letters',
  plan: '/people/$personId/plans',
  procedure: '/people/$personId',
  deadline: '/people/$personId',
  tie: '/people/$personId',
};

interface DiaryEntriesProps {
  personId: string;
  entries: DiaryEntry[];
}

export function DiaryEntries({ personId, entries }: DiaryEntriesProps) {
  const dates = useDates();
  const [opened, setOpened] = useState<DiaryEntry>();
  const close = () => setOpened(undefined);
  return (
    <>
      {byMonth(entries).map(([month, ofMonth]) => (
        <section key={month}>
          <h3 className={classes.month}>{dates.month(`${month}-01`)}</h3>
          <ol className={classes.entries}>
            {ofMonth.map((entry) => (
              <li key={`${entry.id}-${entry.summaryKey}-${JSON.stringify(entry.params)}`}>
                <Entry personId={personId} entry={entry} onOpen={() => setOpened(entry)} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {opened?.kind === 'service' && <EditServiceDialog id={opened.id} onDone={close} />}
      {opened?.kind === 'appointment' && <EditAppointmentDialog id={opened.id} onDone={close} />}
    </>
  );
}

interface EntryProps {
  personId: string;
  entry: DiaryEntry;
  onOpen: () => void;
}

function Entry({ personId, entry, onOpen }: EntryProps) {
  const { t } = useTranslation(['diary', 'deadlines']);
  const { today } = useSession();
  const dates = useDates();
  const { label } = useLabels();
  const inLanguage = useRuleWords();
  const isMissed = entry.summaryKey === 'service.noShow';
  const Icon = isMissed ? IconHandStop : icons[entry.kind];
  const words = sentenceWords(entry, {
    label,
    day: dates.day,
    inLanguage,
    fact: (kind) => String(t(`deadlines:facts.${kind}` as never)),
  });
  // Keys come from the sources of the diary, so they cannot be checked when the page is compiled.
  const sentence = String(t(`summary.${entry.summaryKey}` as never, words as never));
  const facts = factNames.flatMap((name) =>
    words[name] === undefined ? [] : [t(`facts.${name}`, { value: words[name] })],
  );
  return (
    <article className={classes.entry} data-ahead={entry.on > today}>
      <span className={classes.icon}>
        <Icon size={20} stroke={1.75} aria-hidden />
      </span>
      <span className={classes.when}>
        {dates.day(entry.on)}
        {entry.at && <> · {entry.at}</>}
      </span>
      <div>
        <Sentence personId={personId} entry={entry} onOpen={onOpen}>
          {sentence}
        </Sentence>
        {facts.length > 0 && <p className={classes.facts}>{inOneLine(facts)}</p>}
        {entry.note && (
          <p className={classes.note} dir="auto">
            {entry.note}
          </p>
        )}
      </div>
      <span className={classes.by}>{entry.by}</span>
    </article>
  );
}

function Sentence({ personId, entry, onOpen, children }: EntryProps & { children: string }) {
  const place = places[entry.kind];
  if (entry.kind === 'service' || entry.kind === 'appointment') {
    return (
      <button type="button" className={classes.summary} onClick={onOpen}>
        {children}
      </button>
    );
  }
  if (entry.kind === 'session') {
    return (
      <Link
        to="/calendar/sessions/$sessionId"
        params={{ sessionId: entry.id }}
        className={classes.summary}
      >
        {children}
      </Link>
    );
  }
  if (!place) return <span className={classes.summary}>{children}</span>;
  return (
    <Link to={place} params={{ personId }} className={classes.summary}>
      {children}
    </Link>
  );
}
