import { Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '#domain/lists/list-column.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import type { ListState, ShownView } from './list-state.tsx';

interface SaveViewDialogProps {
  list: ListState;
  columns: ListColumn[];
  onSaved: (view: ShownView) => void;
  onRemoved: () => void;
  onClose: () => void;
}

/** Keeps the list of now under a name, for oneself or for the team. */
export function SaveViewDialog({
  list,
  columns,
  onSaved,
  onRemoved,
  onClose,
}: SaveViewDialogProps) {
  const { t } = useTranslation(['lists', 'common']);
  const { user } = useSession();
  const known = list.view?.mayChange ? list.view : undefined;
  const { values, change, kept, forget } = useKeptForm({
    form: 'view',
    subjectId: known?.key ?? 'new',
    start: { name: known?.name ?? '', isShared: known?.isShared ?? false, isNew: false },
  });
  const { name, isShared, isNew } = values;
  const [wasAsked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: (id: string | undefined) => {
      const { conditions, sort } = list;
      const view = { name, conditions, columns, ...(sort ? { sort } : {}) };
      return vault.views.save({ ...(id ? { id } : {}), view, isShared });
    },
    onSuccess: ({ id }) => {
      forget();
      notifyDone(t('views.saved', { name }));
      onSaved({ key: id, name, mayChange: true, isShared, conditions: list.conditions });
    },
  });
  const remove = useMutation({
    mutationFn: (view: ShownView) => vault.views.remove({ id: view.key }),
    onSuccess: (_, { key: id }) => {
      notifyWithUndo(
        t('views.removed'),
        () => void vault.views.restore({ id }).catch(() => undefined),
      );
      onRemoved();
    },
  });
  const submit = (id: string | undefined) => {
    setAsked(true);
    if (name.trim() !== '') save.mutate(id);
  };
  return (
    <FormDialog
      title={t('views.saveTitle')}
      onClose={onClose}
      onCancel={() => {
        forget();
        onClose();
      }}
      kept={kept}
      onSubmit={() => submit(isNew ? undefined : known?.key)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      removal={
        known && (
          <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate(known)} />
        )
      }
    >
      <TextInput
        label={t('views.name')}
        description={t('views.nameHint')}
        dir="auto"
        maxLength={60}
        autoComplete="off"
        data-autofocus
        value={name}
        error={wasAsked && name.trim() === '' ? t('common:forms.required') : undefined}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {user.role === 'coordinator' && (
        <Checkbox
          label={t('views.share')}
          description={t('views.shareHint')}
          checked={isShared}
          onChange={(event) => change({ isShared: event.currentTarget.checked })}
        />
      )}
      {known && (
        <Checkbox
          label={t('views.saveNew')}
          checked={isNew}
          onChange={(event) => change({ isNew: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}
