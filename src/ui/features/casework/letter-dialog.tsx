import { Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterTemplateSummary } from '#api/casework.ts';
import type { LetterDetails } from '#domain/casework/letter.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { UnsavedGuard } from '#ui/components/unsaved-guard.tsx';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import classes from './letter-dialog.module.css';
import { emptyLetter, type LetterDraft, toLetterDetails } from './letter-draft.ts';
import { LetterFields } from './letter-fields.tsx';
import { LetterIssued } from './letter-issued.tsx';
import { LetterPreview } from './letter-preview.tsx';

interface LetterDialogProps {
  personId: string;
  templates: LetterTemplateSummary[];
  onClose: () => void;
}

/** Words on one side, the real letter on the other. */
export function LetterDialog({ personId, templates, onClose }: LetterDialogProps) {
  const { t } = useTranslation(['casework', 'common']);
  const { user } = useSession();
  const [start] = useState(() => emptyLetter(user.name));
  const [draft, setDraft] = useState(start);
  const [isLeaving, setLeaving] = useState(false);
  const details = toLetterDetails(draft);

  const preview = useMutation({
    mutationFn: (what: LetterDetails) => vault.documents.previewLetter({ personId, details: what }),
  });
  const issue = useMutation({
    mutationFn: (what: LetterDetails) => vault.letters.issue({ personId, details: what }),
    onSuccess: () => void forgetDraft('letter', personId),
  });

  const kept = useDraft({
    form: 'letter',
    subjectId: personId,
    personId,
    start,
    values: draft,
    restore: setDraft,
  });
  const change = (part: Partial<LetterDraft>) => setDraft((now) => ({ ...now, ...part }));
  // The first look comes by itself as soon as there is something to look at.
  const chooseOffice = (organisationId: string | null) => {
    issue.reset();
    change({ organisationId });
    const complete = toLetterDetails({ ...draft, organisationId });
    if (complete) preview.mutate(complete);
    else preview.reset();
  };
  const isDirty = draft.template !== undefined && !issue.data;
  const close = () => (isDirty ? setLeaving(true) : onClose());

  return (
    <Modal
      opened
      size={issue.data ? 'lg' : '76rem'}
      onClose={close}
      closeOnClickOutside={false}
      title={t(issue.data ? 'letters.issuedTitle' : 'letters.dialogTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {issue.data ? (
        <LetterIssued id={issue.data.id} protocol={issue.data.protocol} onFinish={onClose} />
      ) : (
        <DraftOffer draft={kept}>
          <div className={classes.sides}>
            <UnsavedGuard isDirty={isDirty} isKeptAsDraft />
            <LetterFields
              draft={draft}
              templates={templates}
              onReplace={(next) => {
                preview.reset();
                issue.reset();
                setDraft(next);
              }}
              onChange={change}
              onOffice={chooseOffice}
            />
            <LetterPreview
              personId={personId}
              details={details}
              previewed={preview.variables}
              pdf={preview.data}
              error={issue.error ?? preview.error}
              isPreparing={preview.isPending}
              isIssuing={issue.isPending}
              onPreview={(what) => {
                issue.reset();
                preview.mutate(what);
              }}
              onIssue={(what) => issue.mutate(what)}
            />
          </div>
        </DraftOffer>
      )}
      <ConfirmDialog
        opened={isLeaving}
        title={t('common:forms.unsavedTitle')}
        confirmLabel={t('common:forms.leave')}
        cancelLabel={t('common:forms.stay')}
        isDangerous
        onConfirm={() => {
          void forgetDraft('letter', personId);
          onClose();
        }}
        onCancel={() => setLeaving(false)}
      >
        {t('common:forms.unsavedText')}
      </ConfirmDialog>
    </Modal>
  );
}
