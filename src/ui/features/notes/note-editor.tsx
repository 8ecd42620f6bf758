import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NoteVersion } from '#api/notes.ts';
import { noteKinds, type ProtectedNote } from '#domain/notes/protected-note.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface NoteEditorProps {
  personId: string;
  /** The newest version of the note that is changed. */
  existing?: { id: string; newest: NoteVersion };
  onClose: () => void;
}

interface NoteDraft {
  kind: ProtectedNote['kind'];
  notedOn: string | undefined;
  text: string;
}

/** Its draft is sealed for whoever writes it: nobody else opens it, not even with the register's key. */
export function NoteEditor({ personId, existing, onClose }: NoteEditorProps) {
  const { t } = useTranslation('notes');
  const { today } = useSession();
  const before = existing?.newest;
  const { values, change, kept, forget } = useKeptForm<NoteDraft>({
    form: 'note',
    subjectId: existing?.id ?? personId,
    personId,
    basis: before?.version,
    start: {
      kind: before?.kind ?? 'protection',
      notedOn: before?.notedOn ?? today,
      text: before?.text ?? '',
    },
  });
  const { kind, notedOn, text } = values;
  const done = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (note: ProtectedNote) =>
      vault.notes.save({
        personId,
        note,
        ...(existing ? { existing: { id: existing.id, version: existing.newest.version } } : {}),
      }),
    onSuccess: () => {
      notifyDone(t('saved'));
      done();
    },
  });
  const isComplete = notedOn !== undefined && text.trim() !== '';
  return (
    <FormDialog
      size="xl"
      title={t(existing ? 'editTitle' : 'newTitle')}
      onClose={onClose}
      onCancel={done}
      onSubmit={() => isComplete && save.mutate({ kind, notedOn, text })}
      error={save.error}
      isSaving={save.isPending}
      isComplete={isComplete}
      saveLabel={t('save')}
      kept={kept}
    >
      <div className={grid.two}>
        <NativeSelect
          label={t('kind')}
          data={noteKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(event) =>
            change({ kind: noteKinds.find((one) => one === event.currentTarget.value) ?? kind })
          }
        />
        <DateField
          label={t('notedOn')}
          value={notedOn}
          onChange={(on) => change({ notedOn: on })}
        />
      </div>
      <LongTextField
        data-autofocus
        label={t('text')}
        description={t('textHint')}
        rows={[8, 18]}
        maxLength={20_000}
        value={text}
        onChange={(words) => change({ text: words })}
      />
    </FormDialog>
  );
}
