import { Checkbox, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, VaultContract } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LeavingDialog } from '#ui/components/leaving-dialog.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useSaveFile } from '../documents/use-save-file.ts';

type Export = InputOf<VaultContract, 'lists.export'>;

interface ExportDialogProps extends Pick<Export, 'list' | 'columns' | 'sort'> {
  total: number;
  onClose: () => void;
}

export function ExportDialog({ list, columns, sort, total, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['lists', 'people']);
  const { label } = useLabels();
  const saving = useSaveFile();
  const [includeRestricted, setIncludeRestricted] = useState(false);
  const picked = { list, expected: total };
  const check = useQuery({
    queryKey: ['lists', 'check', 'export', picked],
    queryFn: () => vault.lists.check({ picked, purpose: 'export' }),
    staleTime: 0,
  });
  const restricted = check.data?.restricted ?? 0;
  const count = (check.data?.total ?? 0) - (includeRestricted ? 0 : restricted);
  const names = [t('people:list.name'), ...columns.map((one) => label('listColumns', one))];
  const save = () =>
    saving.mutate(
      {
        suggestedName: 'approdo-list.xlsx',
        format: 'xlsx',
        write: (grant) =>
          vault.lists.export({
            list,
            columns,
            ...(sort ? { sort } : {}),
            includeRestricted,
            grant,
          }),
      },
      { onSuccess: (saved) => saved !== null && onClose() },
    );
  return (
    <LeavingDialog
      title={t('export.title')}
      warning={{ title: t('export.leavesTitle'), text: t('export.leaves') }}
      saveLabel={t('export.save')}
      isSaving={saving.isPending}
      isNothing={count === 0}
      onSave={save}
      onClose={onClose}
      choices={
        <>
          {restricted > 0 && (
            <Checkbox
              label={t('export.includeRestricted', { count: restricted })}
              description={t('export.includeRestrictedHint')}
              checked={includeRestricted}
              onChange={(event) => setIncludeRestricted(event.currentTarget.checked)}
            />
          )}
          <ErrorNotice error={check.error} />
        </>
      }
    >
      {check.data && <Text>{t('export.people', { count, columns: listed(names) })}</Text>}
    </LeavingDialog>
  );
}
