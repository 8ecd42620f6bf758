import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { focusFirstProblem } from '#ui/components/focus-first-problem.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import type { Choice } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../../drafts/use-kept-form.ts';
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
  const { say, today } = useLineTools();
  const {
    values: draft,
    change: write,
    kept,
    forget,
  } = useKeptForm<RecordDraft>({
    form: 'record',
    subjectId: `${view.name}:${row?.id ?? personId}`,
    personId,
    basis: row?.revision,
    start: {
      ...(view.dayField ? { [view.dayField]: today } : {}),
      ...(row?.details ?? view.start),
    } as RecordDraft,
  });
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [isRemoving, setRemoving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (part: RecordDraft) => {
    write(part);
    setWrong(new Set());
  };
  const done = () => {
    notifyDone(t('common:saved'));
    forget();
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
    <>
      <FormDialog
        size="lg"
        title={say(row ? `edits.${view.name}` : `additions.${view.name}`)}
        formRef={form}
        onClose={onDone}
        onCancel={() => {
          forget();
          onDone();
        }}
        onSubmit={submit}
        error={save.error ?? remove.error}
        isSaving={save.isPending}
        kept={kept}
        removal={
          row && <RemovalButton isRemoving={remove.isPending} onRemove={() => setRemoving(true)} />
        }
      >
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
      </FormDialog>
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
    </>
  );
}
