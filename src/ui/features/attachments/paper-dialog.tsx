import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#api/attachments.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { PaperActions } from './paper-actions.tsx';
import classes from './paper-dialog.module.css';
import { PaperForm } from './paper-form.tsx';
import { PaperView } from './paper-view.tsx';

interface PaperDialogProps {
  paper: Attachment;
  personId: string;
  onClose: () => void;
}

/** The paper on one side, what is known about it on the other. */
export function PaperDialog({ paper, personId, onClose }: PaperDialogProps) {
  const { t } = useTranslation('common');
  const labels = useLabels();
  const { title, kind } = paper.details;
  const name = title || labels.label('attachmentKinds', kind);
  return (
    <Modal
      opened
      size="78rem"
      onClose={onClose}
      title={<bdi>{name}</bdi>}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <div className={classes.sides}>
        <div className={classes.view}>
          <PaperView paper={paper} label={name} />
        </div>
        <div>
          <PaperForm paper={paper} personId={personId} onSaved={onClose} />
          <PaperActions paper={paper} onRemoved={onClose} />
        </div>
      </div>
    </Modal>
  );
}
