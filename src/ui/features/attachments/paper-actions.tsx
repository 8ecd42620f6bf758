import { Button, Group, Text } from '@mantine/core';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#api/attachments.ts';
import { endingOf } from '#domain/attachments/media-type.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useSaveFile } from '../documents/use-save-file.ts';
import classes from './paper-actions.module.css';
import { useFileSize } from './use-file-size.ts';

interface PaperActionsProps {
  paper: Attachment;
  onRemoved: () => void;
}

/** Where the paper comes from, and what can be done with it beside describing it. */
export function PaperActions({ paper, onRemoved }: PaperActionsProps) {
  const { t } = useTranslation('attachments');
  const { today } = useSession();
  const dates = useDates();
  const sizeOf = useFileSize();
  const [asking, setAsking] = useState<'export' | 'remove'>();
  const saving = useSaveFile();
  const remove = useMutation({
    mutationFn: () => vault.attachments.remove({ id: paper.id }),
    onSuccess: () => {
      notifyDone(t('removed'));
      onRemoved();
    },
    onSettled: () => setAsking(undefined),
  });
  const format = endingOf(paper.mediaType);
  const save = () => {
    setAsking(undefined);
    saving.mutate({
      // Says nothing about the person: the system remembers the names of files.
      suggestedName: `${t('exportName')}-${today}`,
      format,
      write: (grant) => vault.attachments.export({ id: paper.id, grant }),
    });
  };
  return (
    <section className={classes.more} aria-label={t('about')}>
      <FactList
        facts={[
          { label: t('fileName'), value: paper.fileName && <bdi>{paper.fileName}</bdi> },
          { label: t('size'), value: `${format.toUpperCase()}, ${sizeOf(paper.byteCount)}` },
          {
            label: t('addedBy'),
            value: t('addedByOn', { name: paper.addedBy, date: dates.day(paper.addedOn) }),
          },
        ]}
      />
      <ErrorNotice error={remove.error} />
      <Group gap="sm" mt="md">
        <Button
          variant="default"
          loading={saving.isPending}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => setAsking('export')}
        >
          {t('export')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={18} aria-hidden />}
          onClick={() => setAsking('remove')}
        >
          {t('remove')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking === 'export'}
        title={t('exportTitle')}
        confirmLabel={t('exportConfirm')}
        onConfirm={save}
        onCancel={() => setAsking(undefined)}
      >
        {t('exportText')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'remove'}
        title={t('removeTitle')}
        confirmLabel={t('removeConfirm')}
        isDangerous
        isWorking={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setAsking(undefined)}
      >
        <Text>{t('removeText')}</Text>
      </ConfirmDialog>
    </section>
  );
}
