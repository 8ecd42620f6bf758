import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maySeeTier, type SpecificNeed } from '#domain/assessments/specific-need.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';

interface SpecificNeedDialogProps {
  personId: string;
  onClose: () => void;
}

const groupOf = (code: string) => code.slice(0, 2);

export function SpecificNeedDialog({ personId, onClose }: SpecificNeedDialogProps) {
  const { t } = useTranslation(['assessments', 'common']);
  const { today, user } = useSession();
  const labels = useLabels();
  const list = useLists()?.specificNeeds;
  const [code, setCode] = useState<string | null>(null);
  const [recordedOn, setRecordedOn] = useState<string | undefined>(today);
  const [note, setNote] = useState('');
  const offered = (list?.items ?? []).filter(({ tier }) => maySeeTier(user.role, tier));
  const data = [...new Set(offered.map((one) => groupOf(one.code)))].map((group) => ({
    group: labels.label('specificNeeds', group),
    items: offered
      .filter((one) => groupOf(one.code) === group)
      .map((one) => ({
        value: one.code,
        label: `${labels.label('specificNeeds', one.code)} (${one.code})`,
      })),
  }));
  const isSuperseded = offered.some((one) => one.code === code && one.isSuperseded);
  const record = useMutation({
    mutationFn: (need: SpecificNeed) => vault.specificNeeds.record({ personId, need }),
    onSuccess: () => {
      notifyDone(t('specific.saved'));
      onClose();
    },
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('specific.add')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (code && recordedOn) record.mutate({ code, recordedOn, ...(note ? { note } : {}) });
        }}
      >
        <Stack gap="md">
          <Select
            label={t('specific.code')}
            description={
              isSuperseded
                ? t('specific.superseded')
                : t('specific.version', { version: list?.version ?? '' })
            }
            searchable
            nothingFoundMessage={t('common:forms.nothingFound')}
            data={data}
            value={code}
            onChange={setCode}
          />
          <DateField label={t('specific.recordedOn')} value={recordedOn} onChange={setRecordedOn} />
          <Textarea
            label={t('specific.note')}
            description={t('specific.noteHint')}
            dir="auto"
            autosize
            minRows={2}
            maxRows={5}
            maxLength={400}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {user.role !== 'coordinator' && <Text size="sm">{t('specific.coordinatorOnly')}</Text>}
          <ErrorNotice error={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" disabled={!code || !recordedOn} loading={record.isPending}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
