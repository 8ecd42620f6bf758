import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteVersion } from '#api/notes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { DocumentDrawer } from '../documents/document-drawer.tsx';
import { NoteEditor } from './note-editor.tsx';
import classes from './note-reader.module.css';

interface NoteReaderProps {
  id: string;
  personId: string;
  onClose: () => void;
}

/** The whole note with its former versions. Nothing of it stays in the page when it is closed. */
export function NoteReader({ id, personId, onClose }: NoteReaderProps) {
  const { t } = useTranslation(['notes', 'common']);
  const [isChanging, setChanging] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['notes', 'get', id],
    queryFn: () => vault.notes.get({ id }),
    staleTime: 0,
    gcTime: 0,
  });
  const newest = data?.versions[0];
  if (newest && isChanging) {
    return <NoteEditor personId={personId} existing={{ id, newest }} onClose={onClose} />;
  }
  if (isPrinting) {
    return (
      <DocumentDrawer
        documentKey={['safetyPage', id, newest?.version ?? 0]}
        label={t('safetyPage')}
        load={() => vault.safetyPages.get({ id })}
        save={(file) => vault.safetyPages.save({ id, ...file })}
        canBeLocked
        beforePrint={() => vault.safetyPages.print({ id })}
        onClose={() => setPrinting(false)}
      />
    );
  }
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('readTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ErrorNotice error={error} />
      {!data && !error && <Skeleton height={120} />}
      <Stack gap="lg">
        {data?.versions.map((version) => (
          <Version key={version.version} version={version} isOnly={data.versions.length === 1} />
        ))}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" disabled={!newest} onClick={() => setPrinting(true)}>
          {t('safetyPage')}
        </Button>
        <Button disabled={!newest} onClick={() => setChanging(true)}>
          {t('edit')}
        </Button>
      </Group>
    </Modal>
  );
}

function Version({ version, isOnly }: { version: NoteVersion; isOnly: boolean }) {
  const { t } = useTranslation('notes');
  const dates = useDates();
  return (
    <section>
      <Text fw={650}>{t(`kinds.${version.kind}`)}</Text>
      <Text size="sm" c="dimmed">
        {t('by', { name: version.changedBy, day: dates.day(version.notedOn) })}
        {!isOnly && ` · ${t('versionOf', { version: version.version })}`}
      </Text>
      <p className={classes.text} dir="auto">
        {version.text}
      </p>
    </section>
  );
}
