import { Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedTemplate } from '#api/programmes.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ImportTemplate } from './import-template.tsx';
import {
  emptyFields,
  ProgrammeFields,
  type ProgrammeFieldsDraft,
  sentFields,
} from './programme-fields.tsx';
import classes from './programmes.module.css';
import { RemoveTemplate } from './remove-template.tsx';

interface StartDraft {
  templateCode: string;
  fields: ProgrammeFieldsDraft;
}

/** A programme in two steps: which one, and what it is called here. */
export function StartProgrammeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const dates = useDates();
  const navigate = useNavigate();
  const { values, change, kept, forget } = useKeptForm<StartDraft>({
    form: 'programme',
    subjectId: 'new',
    start: { templateCode: '', fields: emptyFields },
  });
  const { templateCode, fields } = values;
  const close = () => {
    forget();
    onClose();
  };
  const [looked, setLooked] = useState('');
  const { data } = useQuery({
    queryKey: ['programmeTemplates', 'list'],
    queryFn: () => vault.programmeTemplates.list({}),
  });
  const start = useMutation({
    mutationFn: () => vault.programmes.create({ templateCode, ...sentFields(fields) }),
    onSuccess: ({ id }) => {
      notifyDone(t('started'));
      close();
      void navigate({ to: '/programmes/$programmeId', params: { programmeId: id } });
    },
  });
  const found = (data?.items ?? []).filter((one) =>
    `${words(one.name)} ${words(one.about)}`.toLowerCase().includes(looked.trim().toLowerCase()),
  );
  const choose = (code: string) => {
    const chosen = data?.items.find((one) => one.code === code);
    const isNamed = chosen !== undefined && !chosen.isBlank;
    change({
      templateCode: code,
      fields: isNamed ? { ...fields, name: words(chosen.name) } : fields,
    });
  };
  const labelOf = ({ name, takenInOn }: ListedTemplate) =>
    takenInOn === undefined
      ? words(name)
      : t('template.takenIn', { name: words(name), date: dates.day(takenInOn) });
  return (
    <FormDialog
      title={t('start')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      onSubmit={() => start.mutate()}
      error={start.error}
      isSaving={start.isPending}
      isComplete={templateCode !== '' && fields.name.trim() !== ''}
      saveLabel={t('startIt')}
      kept={kept}
    >
      <TextInput
        label={t('template.find')}
        data-autofocus
        value={looked}
        onChange={(event) => setLooked(event.currentTarget.value)}
      />
      <Radio.Group label={t('template.label')} value={templateCode} onChange={choose} required>
        <ScrollArea.Autosize mah={260} type="auto" className={classes.templates}>
          <Stack gap="sm" p="sm">
            {found.map((one) => (
              <div key={one.code}>
                <Radio value={one.code} label={labelOf(one)} description={words(one.about)} />
                {one.isUnused && (
                  <RemoveTemplate
                    template={one}
                    onRemoved={() => templateCode === one.code && change({ templateCode: '' })}
                  />
                )}
              </div>
            ))}
            {data && found.length === 0 && <Text size="sm">{t('template.none')}</Text>}
          </Stack>
        </ScrollArea.Autosize>
      </Radio.Group>
      <ImportTemplate
        onTaken={({ code, name }) => {
          setLooked('');
          change({ templateCode: code, fields: { ...fields, name: words(name) } });
        }}
      />
      <ProgrammeFields fields={fields} onChange={(now) => change({ fields: now })} />
    </FormDialog>
  );
}
