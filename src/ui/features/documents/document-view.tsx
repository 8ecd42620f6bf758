import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PdfPreview } from './pdf-preview.tsx';
import { useSaveFile } from './use-save-file.ts';

type Pdf = OutputOf<Contract, 'documents.plan'>;

interface DocumentViewProps {
  /** Changes whenever the document would. */
  documentKey: (string | number)[];
  label: string;
  load: () => Promise<Pdf>;
  save: (grant: string) => Promise<unknown>;
}

/** A finished document with its one action: keep it as a file. */
export function DocumentView({ documentKey, label, load, save }: DocumentViewProps) {
  const { t } = useTranslation(['common', 'documents']);
  const { data, error, refetch } = useQuery({
    queryKey: ['documents', ...documentKey],
    queryFn: load,
    // Documents hold more about a person than any page: none stays behind after it was looked at.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const saving = useSaveFile();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={520} aria-label={t('documents:preparing')} />;
  return (
    <Stack gap="sm">
      <Group justify="flex-end">
        <Button
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={saving.isPending}
          onClick={() =>
            saving.mutate({ suggestedName: data.suggestedName, format: 'pdf', write: save })
          }
        >
          {t('actions.savePdf')}
        </Button>
      </Group>
      <PdfPreview bytes={data.bytes} label={label} />
    </Stack>
  );
}
