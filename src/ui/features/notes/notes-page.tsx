import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconLock, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteLine } from '#api/notes.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import classes from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { usePersonId } from '../people/use-person.ts';
import { CaseAccessPanel } from './case-access-panel.tsx';
import { NoteEditor } from './note-editor.tsx';
import { NoteReader } from './note-reader.tsx';
import { type CaseAccess, useCaseAccess } from './use-case-access.ts';

export function NotesPage() {
  const { t } = useTranslation('notes');
  const { user } = useSession();
  const personId = usePersonId();
  const { data: access, error, refetch } = useCaseAccess(personId);
  return (
    <>
      <PageHeading order={2} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!access && !error && <Skeleton height={90} />}
      {access && (
        <Stack gap="lg">
          {access.mayRead ? <OpenNotes personId={personId} /> : <ClosedNotes access={access} />}
          {user.role === 'coordinator' && <CaseAccessPanel personId={personId} access={access} />}
        </Stack>
      )}
    </>
  );
}

function ClosedNotes({ access }: { access: CaseAccess }) {
  const { t } = useTranslation('notes');
  return (
    <Panel>
      <EmptyState
        icon={<IconShieldLock size={28} />}
        title={t('closedTitle')}
        action={<Text>{t('ask', { names: listed(access.coordinators) })}</Text>}
      >
        {t(access.hasNotes ? 'closedSome' : 'closedNone')}
      </EmptyState>
    </Panel>
  );
}

function OpenNotes({ personId }: { personId: string }) {
  const { t } = useTranslation('notes');
  const [isWriting, setWriting] = useState(false);
  const [read, setRead] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['notes', 'list', personId],
    queryFn: () => vault.notes.list({ personId }),
  });
  const write = <Button onClick={() => setWriting(true)}>{t('write')}</Button>;
  return (
    <>
      <Alert color="petrol" icon={<IconLock aria-hidden />}>
        {t('sealed')}
      </Alert>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={<IconLock size={28} />} title={t('emptyTitle')} action={write}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      {data && data.items.length > 0 && (
        <>
          <div>{write}</div>
          <ul className={classes.cards}>
            {data.items.map((note) => (
              <li key={note.id}>
                <NoteCard note={note} onRead={() => setRead(note.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isWriting && <NoteEditor personId={personId} onClose={() => setWriting(false)} />}
      {read !== undefined && (
        <NoteReader id={read} personId={personId} onClose={() => setRead(undefined)} />
      )}
    </>
  );
}

function NoteCard({ note, onRead }: { note: NoteLine; onRead: () => void }) {
  const { t } = useTranslation('notes');
  const dates = useDates();
  return (
    <div className={classes.card}>
      <div className={classes.words}>
        <h3 className={classes.title}>{t(`kinds.${note.kind}`)}</h3>
        <p className={classes.facts}>
          {t('by', { name: note.changedBy, day: dates.day(note.notedOn) })}
          {note.version > 1 && ` · ${t('version', { count: note.version })}`}
        </p>
        <p className={classes.scope} dir="auto">
          {note.opening}
        </p>
      </div>
      <Button variant="default" onClick={onRead}>
        {t('read')}
      </Button>
    </div>
  );
}
