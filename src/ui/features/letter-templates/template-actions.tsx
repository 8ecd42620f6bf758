import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTexts } from '#domain/letters/letter-template.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useSaveFile } from '../documents/use-save-file.ts';
import { cleanedTexts } from './cleaned-texts.ts';

interface TemplateActionsProps {
  code: string;
  texts: OwnTexts;
  note: string;
  isDirty: boolean;
  onNote: (note: string) => void;
  /** Nothing of what was typed is left to keep. */
  onSaved: () => void;
}

export function TemplateActions(props: TemplateActionsProps) {
  const { code, texts, note, isDirty, onNote, onSaved } = props;
  const { t } = useTranslation('letter-templates');
  const save = useMutation({
    mutationFn: () => vault.letterTemplates.save({ code, texts: cleanedTexts(texts), note }),
    onSuccess: ({ version }) => {
      onSaved();
      notifyDone(t('saved', { version }));
    },
  });
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('note')}
          maxLength={200}
          value={note}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
        <Button
          flex="none"
          disabled={!isDirty}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>
      </Group>
      <ErrorNotice error={save.error} />
      <OtherActions code={code} onSaved={onSaved} />
    </Stack>
  );
}

/** What takes the place of all words at once, or lets them out. */
function OtherActions({ code, onSaved }: Pick<TemplateActionsProps, 'code' | 'onSaved'>) {
  const { t } = useTranslation('letter-templates');
  const [isRestoring, setRestoring] = useState(false);
  const saving = useSaveFile();
  const restore = useMutation({
    mutationFn: () => vault.letterTemplates.restore({ code }),
    onSuccess: () => {
      onSaved();
      setRestoring(false);
      notifyDone(t('restored'));
    },
  });
  const take = useMutation({
    mutationFn: async () => {
      const { grants } = await vault.shell.chooseFiles({});
      const [grant] = grants;
      return grant === undefined ? null : vault.letterTemplates.import({ grant });
    },
    onSuccess: (taken) => taken && notifyDone(t('imported', taken)),
  });
  const exportIt = () =>
    saving.mutate({
      suggestedName: `modello-${code.toLowerCase()}.json`,
      format: 'json',
      write: (grant) => vault.letterTemplates.export({ code, grant }),
    });
  return (
    <>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setRestoring(true)}>
          {t('restore')}
        </Button>
        <Button size="compact-sm" variant="default" loading={saving.isPending} onClick={exportIt}>
          {t('export')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={take.isPending}
          onClick={() => take.mutate()}
        >
          {t('import')}
        </Button>
      </Group>
      <ErrorNotice error={restore.error ?? take.error} />
      <ConfirmDialog
        opened={isRestoring}
        title={t('restore')}
        confirmLabel={t('restore')}
        isWorking={restore.isPending}
        onConfirm={() => restore.mutate()}
        onCancel={() => setRestoring(false)}
      >
        {t('restoreText')}
      </ConfirmDialog>
    </>
  );
}
