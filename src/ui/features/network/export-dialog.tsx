import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sheetFormats } from '#api/network.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { LeavingDialog } from '#ui/components/leaving-dialog.tsx';
import { useSaveFile, type WrittenFile } from '../documents/use-save-file.ts';

type Format = (typeof sheetFormats)[number];
type Language = ReturnType<typeof useLanguage>['current'];

interface ExportDialogProps {
  what: 'meetings' | 'benchmarks' | 'portal';
  fileName: string;
  write: (file: { grant: string; format: Format; language: Language }) => Promise<WrittenFile>;
  onClose: () => void;
}

/** Says what is in the file and what is not, then where to. */
export function ExportDialog({ what, fileName, write, onClose }: ExportDialogProps) {
  const { t } = useTranslation('network');
  const { current: language } = useLanguage();
  const [format, setFormat] = useState<Format>('xlsx');
  const saving = useSaveFile();
  const save = () =>
    saving.mutate(
      {
        suggestedName: `${fileName}.${format}`,
        format,
        write: (grant) => write({ grant, format, language }),
      },
      { onSuccess: (saved) => saved !== null && onClose() },
    );
  return (
    <LeavingDialog
      title={t(`export.${what}.title`)}
      warning={{ title: t('export.leavesTitle'), text: t(`export.${what}.leaves`) }}
      saveLabel={t('export.save')}
      isSaving={saving.isPending}
      onSave={save}
      onClose={onClose}
      choices={
        <SegmentedControl
          aria-label={t('export.format')}
          data={sheetFormats.map((one) => ({ value: one, label: t(`export.formats.${one}`) }))}
          value={format}
          onChange={(chosen) => setFormat(chosen === 'csv' ? 'csv' : 'xlsx')}
        />
      }
    >
      <Text>{t(`export.${what}.text`)}</Text>
    </LeavingDialog>
  );
}
