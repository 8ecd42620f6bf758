import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { LeavingDialog } from '#ui/components/leaving-dialog.tsx';
import { useSaveFile } from '../documents/use-save-file.ts';

interface ExportLedgerDialogProps {
  programmeId: string;
  onClose: () => void;
}

export function ExportLedgerDialog({ programmeId, onClose }: ExportLedgerDialogProps) {
  const { t } = useTranslation('ledgers');
  const { current: language } = useLanguage();
  const saving = useSaveFile();
  const save = () =>
    saving.mutate(
      {
        suggestedName: 'approdo-ledger.xlsx',
        format: 'xlsx',
        write: (grant) => vault.ledgers.export({ programmeId, language, grant }),
      },
      { onSuccess: (saved) => saved !== null && onClose() },
    );
  return (
    <LeavingDialog
      title={t('export.title')}
      warning={{ title: t('export.leavesTitle'), text: t('export.leaves') }}
      saveLabel={t('export.save')}
      isSaving={saving.isPending}
      onSave={save}
      onClose={onClose}
    >
      <Text>{t('export.people')}</Text>
    </LeavingDialog>
  );
}
