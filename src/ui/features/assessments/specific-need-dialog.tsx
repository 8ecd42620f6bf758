import { Select, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SpecificNeed } from '#domain/assessments/specific-need.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { useCaseAccess } from '../notes/use-case-access.ts';

interface SpecificNeedDialogProps {
  personId: string;
  onClose: () => void;
}

interface NeedDraft {
  code: string | null;
  recordedOn: string | undefined;
  note: string;
}

const groupOf = (code: string) => code.slice(0, 2);

export function SpecificNeedDialog({ personId, onClose }: SpecificNeedDialogProps) {
  const { t } = useTranslation(['assessments', 'common']);
  const { today, user } = useSession();
  const labels = useLabels();
  const list = useLists()?.specificNeeds;
  const { values, change, kept, forget } = useKeptForm<NeedDraft>({
    form: 'specificNeed',
    subjectId: personId,
    personId,
    start: { code: null, recordedOn: today, note: '' },
  });
  const { code, recordedOn, note } = values;
  const close = () => {
    forget();
    onClose();
  };
  const mayRead = useCaseAccess(personId).data?.mayRead ?? user.role === 'coordinator';
  const offered = (list?.items ?? []).filter(({ tier }) => tier === 'desk' || mayRead);
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
      close();
    },
  });
  return (
    <FormDialog
      size="lg"
      title={t('specific.add')}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => {
        if (code && recordedOn) record.mutate({ code, recordedOn, ...(note ? { note } : {}) });
      }}
      error={record.error}
      isSaving={record.isPending}
      isComplete={Boolean(code && recordedOn)}
      kept={kept}
    >
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
        onChange={(chosen) => change({ code: chosen })}
      />
      <DateField
        label={t('specific.recordedOn')}
        value={recordedOn}
        onChange={(on) => change({ recordedOn: on })}
      />
      <LongTextField
        label={t('specific.note')}
        description={t('specific.noteHint')}
        maxLength={400}
        value={note}
        onChange={(text) => change({ note: text })}
      />
      {!mayRead && <Text size="sm">{t('specific.coordinatorOnly')}</Text>}
    </FormDialog>
  );
}
