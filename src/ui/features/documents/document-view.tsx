import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconDownload, IconLock, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { MissingCharacters } from './missing-characters.tsx';
import { PdfPreview } from './pdf-preview.tsx';
import { ToldPasswordDialog } from './told-password.tsx';
import { usePrintPdf } from './use-print-pdf.ts';
import { useSaveFile, type WrittenFile } from './use-save-file.ts';

type Pdf = OutputOf<Contract, 'documents.plan'>;

interface FileToWrite {
  grant: string;
  withPassword: boolean;
}

interface DocumentViewProps {
  /** Changes whenever the document would. */
  documentKey: (string | number)[];
  label: string;
  load: () => Promise<Pdf>;
  save: (file: FileToWrite) => Promise<WrittenFile>;
  /** `save` knows of passwords: the document is one that is sent to somebody. */
  canBeLocked?: boolean;
  /**
   * Runs before the print dialog, and refuses by failing. What it gives back is printed in the place of what is
   * shown.
   */
  beforePrint?: () => Promise<unknown>;
}

/** A finished document, to be kept as a file or printed. */
export function DocumentView(props: DocumentViewProps) {
  const { documentKey, label, load } = props;
  const { t } = useTranslation('documents');
  const { data, error, refetch } = useQuery({
    queryKey: ['documents', ...documentKey],
    queryFn: load,
    // Documents hold more about a person than any page: none stays behind after it was looked at.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={520} aria-label={t('preparing')} />;
  return (
    <Stack gap="sm">
      <MissingCharacters characters={data.missingCharacters} />
      <DocumentActions {...props} pdf={data} />
      <PdfPreview bytes={data.bytes} label={label} />
    </Stack>
  );
}

interface Told {
  fileName: string;
  password: string;
}

function DocumentActions(props: DocumentViewProps & { pdf: Pdf }) {
  const { pdf, save, canBeLocked = false, beforePrint = async () => undefined } = props;
  const { t } = useTranslation(['common', 'documents']);
  const [told, setTold] = useState<Told>();
  const saving = useSaveFile();
  const printing = usePrintPdf();
  const hasGaps = (pdf.missingCharacters ?? []).length > 0;
  const keep = (withPassword: boolean) =>
    saving.mutate(
      {
        suggestedName: pdf.suggestedName,
        format: 'pdf',
        write: (grant) => save({ grant, withPassword }),
      },
      {
        onSuccess: (file) => {
          if (file?.password) setTold({ fileName: file.fileName, password: file.password });
        },
      },
    );
  return (
    <Group justify="flex-end" gap="sm">
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
        disabled={hasGaps}
        loading={printing.isPending}
        onClick={() => printing.mutate({ ...pdf, before: beforePrint })}
      >
        {t('documents:print')}
      </Button>
      {canBeLocked && (
        <Button
          variant="default"
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={hasGaps}
          loading={saving.isPending}
          onClick={() => keep(true)}
        >
          {t('documents:password.save')}
        </Button>
      )}
      <Button
        leftSection={<IconDownload size={18} aria-hidden />}
        disabled={hasGaps}
        loading={saving.isPending}
        onClick={() => keep(false)}
      >
        {t('actions.savePdf')}
      </Button>
      {told && <ToldPasswordDialog {...told} onDone={() => setTold(undefined)} />}
    </Group>
  );
}
