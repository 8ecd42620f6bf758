import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PdfPreview } from './pdf-preview.tsx';
import { usePrintPdf } from './use-print-pdf.ts';
import { useSaveFile } from './use-save-file.ts';

type Pdf = OutputOf<Contract, 'documents.plan'>;

interface DocumentViewProps {
  /** Changes whenever the document would. */
  documentKey: (string | number)[];
  label: string;
  load: () => Promise<Pdf>;
  save: (grant: string) => Promise<unknown>;
  /** Runs before the print dialog, and refuses by failing; without it the document is not printed here. */
  beforePrint?: () => Promise<unknown>;
}

/** A finished document, to be kept as a file or printed. */
export function DocumentView({ documentKey, label, load, save, beforePrint }: DocumentViewProps) {
  const { t } = useTranslation(['common', 'documents']);
  const { data, error, refetch } = useQuery({
    queryKey: ['documents', ...documentKey],
    queryFn: load,
    // Documents hold more about a person than any page: none stays behind after it was looked at.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const saving = useSaveFile();
  const printing = usePrintPdf();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={520} aria-label={t('documents:preparing')} />;
  return (
    <Stack gap="sm">
      <Group justify="flex-end">
        {beforePrint && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={printing.isPending}
            onClick={() => printing.mutate({ bytes: data.bytes, before: beforePrint })}
          >
            {t('documents:print')}
          </Button>
        )}
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
