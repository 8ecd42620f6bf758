import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteVersion } from '#api/notes.ts';
import { noteKinds, type ProtectedNote } from '#domain/notes/protected-note.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';

interface NoteEditorProps {
  personId: string;
  /** The newest version of the note that is changed. */
  existing?: { id: string; newest: NoteVersion };
  onClose: () => void;
}

/** Without a draft on purpose: what is typed here must not lie in the common part of the register. */
export function NoteEditor({ personId, existing, onClose }: NoteEditorProps) {
  const { t } = useTranslation(['notes', 'common']);
  const { today } = useSession();
  const before = existing?.newest;
  const [kind, setKind] = useState<ProtectedNote['kind']>(before?.kind ?? 'protection');
  const [notedOn, setNotedOn] = useState<string | undefined>(before?.notedOn ?? today);
  const [text, setText] = useState(before?.text ?? '');
  const save = useMutation({
    mutationFn: (note: ProtectedNote) =>
      vault.notes.save({
        personId,
        note,
        ...(existing ? { existing: { id: existing.id, version: existing.newest.version } } : {}),
      }),
    onSuccess: () => {
      notifyDone(t('saved'));
      onClose();
    },
  });
  const isComplete = notedOn !== undefined && text.trim() !== '';
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      closeOnClickOutside={false}
      title={t(existing ? 'editTitle' : 'newTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (isComplete) save.mutate({ kind, notedOn, text });
        }}
      >
        <Stack gap="md">
          <div className={grid.two}>
            <NativeSelect
              label={t('kind')}
              data={noteKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
              value={kind}
              onChange={(event) =>
                setKind(noteKinds.find((one) => one === event.currentTarget.value) ?? kind)
              }
            />
            <DateField label={t('notedOn')} value={notedOn} onChange={setNotedOn} />
          </div>
          <Textarea
            data-autofocus
            label={t('text')}
            description={t('textHint')}
            dir="auto"
            autosize
            minRows={8}
            maxRows={18}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!isComplete}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
      <UnsavedGuard isDirty={text !== (before?.text ?? '')} />
    </Modal>
  );
}
