import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { focusFirstProblem } from '#ui/components/focus-first-problem.ts';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import type { Choice } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../../drafts/draft-offer.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { detailsOf, type RecordDraft } from './field-spec.ts';
import { RecordField } from './record-field.tsx';
import type { RecordRow, RecordView } from './record-view.ts';
import { useLineTools } from './use-line-tools.ts';

interface RecordDialogProps<S extends z.ZodObject> {
  view: RecordView<S>;
  personId: string;
  /** Absent when a row is added. */
  row: RecordRow<z.output<S>> | undefined;
  rows?: Choice[];
  /** Fields of their own, above the others. */
  above?: (form: {
    draft: RecordDraft;
    change: (part: RecordDraft) => void;
    errorOf: (name: string) => string | undefined;
  }) => ReactNode;
  onDone: () => void;
}

export function RecordDialog<S extends z.ZodObject>(props: RecordDialogProps<S>) {
  const { view, personId, row, rows = [], above, onDone } = props;
  const { t } = useTranslation(['records', 'common']);
  const { say } = useLineTools();
  const [start] = useState(() => ({ ...(row?.details ?? view.start) }) as RecordDraft);
  const [draft, setDraft] = useState(start);
  const subjectId = `${view.name}:${row?.id ?? personId}`;
  const kept = useDraft({
    form: 'record',
    subjectId,
    personId,
    basis: row?.revision,
    start,
    values: draft,
    restore: setDraft,
  });
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [isRemoving, setRemoving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: RecordDraft) => {
    setDraft((now) => ({ ...now, ...part }));
    setWrong(new Set());
  };
  const done = () => {
    notifyDone(t('common:saved'));
    void forgetDraft('record', subjectId);
    onDone();
  };
  const save = useMutation({
    mutationFn: (details: z.output<S>) =>
      view.calls.save({
        personId,
        details: details as z.input<S>,
        ...(row ? { id: row.id, revision: row.revision } : {}),
      }),
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: (id: string) => view.calls.remove({ id }),
    onSuccess: done,
    onSettled: () => setRemoving(false),
  });
  const submit = () => {
    const read = view.schema.safeParse(detailsOf(draft, view.fields));
    if (read.success) return save.mutate(read.data);
    setWrong(new Set(read.error.issues.map((issue) => String(issue.path[0]))));
    focusFirstProblem(form.current);
  };
  const errorOf = (name: string) => {
    if (!wrong.has(name)) return undefined;
    const isEmpty = draft[name] === undefined || draft[name] === '';
    return t(isEmpty ? 'common:forms.required' : 'wrongHere');
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={onDone}
      title={say(row ? `edits.${view.name}` : `additions.${view.name}`)}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
            {above?.({ draft, change, errorOf })}
            <div className={grid.two}>
              {view.fields
                .filter(({ kind, isShown }) => kind !== 'own' && (isShown?.(draft) ?? true))
                .map((spec) => (
                  <RecordField
                    key={spec.name}
                    spec={spec}
                    label={say(`fields.${view.name}.${spec.name}`)}
                    hint={spec.hasHint ? say(`fields.${view.name}.${spec.name}Hint`) : undefined}
                    draft={draft}
                    rows={rows}
                    error={errorOf(spec.name)}
                    onChange={change}
                  />
                ))}
            </div>
            <ErrorNotice error={save.error ?? remove.error} />
            <Group justify="space-between">
              {row ? (
                <Button variant="subtle" color="red" onClick={() => setRemoving(true)}>
                  {t('common:actions.remove')}
                </Button>
              ) : (
                <span />
              )}
              <Group>
                <Button
                  variant="default"
                  onClick={() => {
                    void forgetDraft('record', subjectId);
                    onDone();
                  }}
                >
                  {t('common:actions.cancel')}
                </Button>
                <Button type="submit" loading={save.isPending}>
                  {t('common:actions.save')}
                </Button>
              </Group>
            </Group>
          </Stack>
        </DraftOffer>
      </form>
      {row && (
        <ConfirmDialog
          opened={isRemoving}
          title={t('removeTitle')}
          confirmLabel={t('common:actions.remove')}
          isDangerous
          isWorking={remove.isPending}
          onConfirm={() => remove.mutate(row.id)}
          onCancel={() => setRemoving(false)}
        >
          {t('removeText')}
        </ConfirmDialog>
      )}
    </Modal>
  );
}
