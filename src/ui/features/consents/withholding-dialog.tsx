import {
  Button,
  Group,
  Modal,
  NativeSelect,
  Select,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Withholding, withholdingReasons } from '#domain/consents/withholding.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useOrganisations } from '../directory/use-organisations.ts';
import { DataCategoriesField } from './data-categories-field.tsx';

interface WithholdingDialogProps {
  personId: string;
  onClose: () => void;
}

export function WithholdingDialog({ personId, onClose }: WithholdingDialogProps) {
  const { t } = useTranslation(['consents', 'common']);
  const { today } = useSession();
  const labels = useLabels();
  const organisations = useOrganisations() ?? [];
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [fromWhom, setFromWhom] = useState('');
  const [dataCategories, setDataCategories] = useState<string[]>([]);
  const [reason, setReason] = useState<Withholding['reason']>('fearOfHarm');
  const [words, setWords] = useState('');
  const isComplete = organisationId !== null || fromWhom.trim() !== '';
  const record = useMutation({
    mutationFn: () =>
      vault.withholdings.record({
        personId,
        withholding: {
          ...(organisationId ? { organisationId } : { fromWhom }),
          dataCategories,
          reason,
          since: today,
          ...(words.trim() ? { words } : {}),
        },
      }),
    onSuccess: () => {
      notifyDone(t('withheld.saved'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('withheld.add')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (isComplete) record.mutate();
        }}
      >
        <Stack gap="md">
          <Select
            label={t('withheld.organisation')}
            description={t('withheld.organisationHint')}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
            nothingFoundMessage={t('common:forms.nothingFound')}
            data={organisations.map(({ id, name, office }) => ({
              value: id,
              label: office ? `${name} – ${office}` : name,
            }))}
            value={organisationId}
            onChange={setOrganisationId}
          />
          {organisationId === null && (
            <TextInput
              label={t('withheld.fromWhom')}
              dir="auto"
              maxLength={160}
              value={fromWhom}
              onChange={(event) => setFromWhom(event.currentTarget.value)}
            />
          )}
          <DataCategoriesField
            label={t('withheld.what')}
            description={t('withheld.whatHint')}
            value={dataCategories}
            onChange={setDataCategories}
          />
          <NativeSelect
            label={t('withheld.why')}
            data={choicesOf(withholdingReasons, 'withholdingReasons', labels.label)}
            value={reason}
            onChange={(event) => {
              const next = withholdingReasons.find((one) => one === event.currentTarget.value);
              if (next) setReason(next);
            }}
          />
          <Textarea
            label={t('withheld.words')}
            dir="auto"
            autosize
            minRows={2}
            maxRows={5}
            maxLength={400}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <ErrorNotice error={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={record.isPending} disabled={!isComplete}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
