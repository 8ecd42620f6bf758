import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import type { StepTarget } from '#domain/referrals/referral-step.ts';
import { ConsentDialog } from '../consents/consent-dialog.tsx';
import { LetterCopies } from './letter-copies.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import { ReceiptsDialog } from './receipts-dialog.tsx';
import { ReferralForm } from './referral-form.tsx';
import { useLetterTemplates } from './referral-words.ts';
import { ReopenDialog } from './reopen-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';

export type ReferralDialogName =
  | 'reply'
  | 'letter'
  | 'write'
  | 'edit'
  | 'receipts'
  | 'reopen'
  | 'consent'
  | { step: readonly [StepTarget, ...StepTarget[]] };

interface ReferralDialogsProps {
  referral: Referral;
  dialog: ReferralDialogName;
  replies: readonly StepTarget[];
  onClose: () => void;
}

export function ReferralDialogs({ referral, dialog, replies, onClose }: ReferralDialogsProps) {
  const { t } = useTranslation(['referrals', 'documents', 'common']);
  const templates = useLetterTemplates().data?.items;
  const { personId, letter, details } = referral;
  const [first, ...rest] = replies;
  if (typeof dialog === 'object') {
    const title = t(`step.titles.${dialog.step[0]}`);
    return <StepDialog referral={referral} title={title} targets={dialog.step} onClose={onClose} />;
  }
  if (dialog === 'reply' && first) {
    const title = t('step.titles.reply');
    return (
      <StepDialog referral={referral} title={title} targets={[first, ...rest]} onClose={onClose} />
    );
  }
  if (dialog === 'letter' && letter) {
    return (
      <Drawer
        opened
        size="46rem"
        onClose={onClose}
        title={t('documents:letterTitle')}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      >
        <LetterCopies letterId={letter.id} hasPersonCopy state={referral.consent} />
      </Drawer>
    );
  }
  if (dialog === 'write' && templates) {
    return (
      <LetterDialog
        personId={personId}
        referral={referral}
        templates={templates}
        onClose={onClose}
      />
    );
  }
  if (dialog === 'consent') {
    return (
      <ConsentDialog
        personId={personId}
        organisationId={details.organisationId}
        onSaved={onClose}
        onCancel={onClose}
      />
    );
  }
  if (dialog === 'edit') {
    return <ReferralForm personId={personId} referral={referral} onClose={onClose} />;
  }
  if (dialog === 'receipts') return <ReceiptsDialog referral={referral} onClose={onClose} />;
  if (dialog === 'reopen') return <ReopenDialog referral={referral} onClose={onClose} />;
  return null;
}
