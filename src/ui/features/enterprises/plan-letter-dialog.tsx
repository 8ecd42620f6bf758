import { Loader, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '#api/enterprises.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { LetterDialog } from '../referrals/letter-dialog.tsx';
import { useLetterTemplates } from '../referrals/referral-words.ts';

interface PlanLetterDialogProps {
  dossier: Dossier;
  letter: Dossier['letters'][number];
  onClose: () => void;
}

/** The letter a plan goes with: written already, to be looked at and issued like any other. */
export function PlanLetterDialog({ dossier, letter, onClose }: PlanLetterDialogProps) {
  const { t } = useTranslation('common');
  const words = useRuleWords();
  const { code: templateCode } = letter;
  const { personId, enrolmentId } = dossier;
  const templates = useLetterTemplates();
  const drafted = useQuery({
    queryKey: ['enterprises', 'letter', enrolmentId, templateCode],
    queryFn: () => vault.businessPlans.draftLetter({ enrolmentId, templateCode }),
  });
  const error = templates.error ?? drafted.error;
  if (!templates.data || !drafted.data) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={words(letter.name)}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
      >
        {error ? <ErrorNotice error={error} /> : <Loader />}
      </Modal>
    );
  }
  return (
    <LetterDialog
      personId={personId}
      templates={templates.data.items}
      written={drafted.data}
      onClose={onClose}
    />
  );
}
