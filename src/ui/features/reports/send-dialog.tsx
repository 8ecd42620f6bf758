import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Summary } from '#api/reports.ts';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
} from '#domain/vocabularies/interface-language.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { languageNames } from '#ui/i18n/languages.ts';
import { NoteField } from './note-field.tsx';
import { ReleaseFiles } from './release-files.tsx';
import { ReportProgress } from './report-progress.tsx';

/** For whom the report is; then it is noted as sent, and its files are there to be saved. */
export function SendDialog({ summary, onClose }: { summary: Summary; onClose: () => void }) {
  const { t } = useTranslation(['reports', 'common']);
  const { period, plan } = summary;
  const { current } = useLanguage();
  const [language, setLanguage] = useState<InterfaceLanguage>(current);
  const [recipient, setRecipient] = useState('');
  const [note, setNote] = useState('');
  const sending = useMutation({
    mutationFn: () =>
      vault.releases.send({ period, recipient, language, note, ...(plan ? { plan } : {}) }),
  });
  if (sending.data) {
    return (
      <Modal
        opened
        size="lg"
        onClose={onClose}
        title={t('send.doneTitle', { number: sending.data.number })}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      >
        <Stack gap="md" align="flex-start">
          <Text>{t('send.doneText')}</Text>
          <ReleaseFiles release={sending.data} />
          <LinkButton to="/reports/sent" variant="subtle">
            {t('sent.title')}
          </LinkButton>
        </Stack>
      </Modal>
    );
  }
  return (
    <FormDialog
      title={t('export')}
      onClose={onClose}
      onSubmit={() => sending.mutate()}
      error={sending.error}
      isSaving={sending.isPending}
      isComplete={recipient.trim() !== ''}
      saveLabel={t('send.confirm')}
    >
      <Text>{t('send.text')}</Text>
      <TextInput
        label={t('send.recipient')}
        description={t('send.recipientText')}
        required
        maxLength={200}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      <NoteField value={note} onChange={setNote} />
      {sending.isPending && <ReportProgress />}
      <ChoiceChips
        label={t('language')}
        isCompact
        choices={interfaceLanguages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={language}
        onChange={(value) => isInterfaceLanguage(value) && setLanguage(value)}
      />
    </FormDialog>
  );
}
