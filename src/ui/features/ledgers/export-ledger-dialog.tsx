import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { useSaveFile } from '../documents/use-save-file.ts';

interface ExportLedgerDialogProps {
  programmeId: string;
  onClose: () => void;
}

/** Says what leaves the register, and that nothing protects it there, before it is asked where to. */
export function ExportLedgerDialog({ programmeId, onClose }: ExportLedgerDialogProps) {
  const { t, i18n } = useTranslation(['ledgers', 'common']);
  const saving = useSaveFile();
  const language = interfaceLanguages.find((one) => i18n.language.startsWith(one)) ?? 'it';
  const save = () =>
    saving.mutate(
      {
        suggestedName: 'approdo-ledger.xlsx',
        format: 'xlsx',
        write: (grant) => vault.ledgers.export({ programmeId, language, grant }),
      },
      { onSuccess: (fileName) => fileName !== null && onClose() },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('export.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Text>{t('export.people')}</Text>
        <Alert color="red" icon={<IconShieldOff aria-hidden />} title={t('export.leavesTitle')}>
          {t('export.leaves')}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:actions.cancel')}
          </Button>
          <Button loading={saving.isPending} onClick={save}>
            {t('export.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
