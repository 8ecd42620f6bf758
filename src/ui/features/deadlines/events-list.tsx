import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureEvent } from '#api/deadlines.ts';
import { printedTerms } from '#domain/deadlines/fact-kind.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './deadlines.module.css';
import { EventForm } from './event-form.tsx';

/** Every step that was noted, also those from which no day counts any more: to read, correct or remove. */
export function EventsList({ personId }: { personId: string | undefined }) {
  const { t } = useTranslation('deadlines');
  const [opened, setOpened] = useState<ProcedureEvent>();
  const { data, error, refetch } = useQuery({
    queryKey: ['procedureEvents', 'list', personId ?? 'association'],
    queryFn: () => vault.procedureEvents.list(personId ? { personId } : {}),
  });
  const items = data?.items ?? [];
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (items.length === 0) return null;
  return (
    <details className={classes.folded}>
      <summary>{t('events', { count: items.length })}</summary>
      <ul className={classes.lines}>
        {items.map((event) => (
          <li key={event.id}>
            <EventLine event={event} onChange={() => setOpened(event)} />
          </li>
        ))}
      </ul>
      {opened && (
        <EventForm
          personId={personId}
          eventId={opened.id}
          start={opened.details}
          onDone={() => setOpened(undefined)}
        />
      )}
    </details>
  );
}

function EventLine({ event, onChange }: { event: ProcedureEvent; onChange: () => void }) {
  const { t } = useTranslation(['deadlines', 'common']);
  const dates = useDates();
  const { kind, on, term, note, sourceSeen } = event.details;
  const unit = printedTerms[kind]?.unit;
  const said = [
    term !== undefined && unit && t(`terms.${unit}`, { count: term }),
    sourceSeen && t('sourceWasSeen'),
    event.by && t('notedBy', { name: event.by }),
  ].filter(Boolean);
  return (
    <article className={classes.line}>
      <div className={classes.words}>
        <h3 className={classes.name}>{t(`facts.${kind}`)}</h3>
        <p className={classes.when}>{dates.day(on)}</p>
        {said.length > 0 && <p className={classes.soft}>{inOneLine(said)}</p>}
        {note && (
          <p className={classes.soft}>
            <bdi dir="auto">{note}</bdi>
          </p>
        )}
      </div>
      <Button
        variant="subtle"
        size="compact-md"
        aria-label={t('changeEvent', { about: `${t(`facts.${kind}`)}, ${dates.day(on)}` })}
        onClick={onChange}
      >
        {t('common:actions.edit')}
      </Button>
    </article>
  );
}
