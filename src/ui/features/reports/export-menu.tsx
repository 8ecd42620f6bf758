import { Button, Group, Menu, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type InterfaceLanguage,
  interfaceLanguages,
} from '#domain/vocabularies/interface-language.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { isInterfaceLanguage, languageNames } from '#ui/i18n/languages.ts';
import { useSaveFile } from '../documents/use-save-file.ts';
import type { ReportPeriod } from './periods.ts';

const formats = ['xlsx', 'csv', 'pdf'] as const;

export function ExportMenu({ period }: { period: ReportPeriod }) {
  const { t } = useTranslation('reports');
  const { current } = useLanguage();
  const [language, setLanguage] = useState<InterfaceLanguage>(current);
  const saving = useSaveFile();
  const save = (format: (typeof formats)[number]) =>
    saving.mutate({
      suggestedName: `approdo-${period.from}-${period.to}.${format}`,
      format,
      write: (grant) => vault.reports.saveSummary({ period, format, language, grant }),
    });
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label={t('language')}
        size="sm"
        data={interfaceLanguages.map((one) => ({ value: one, label: languageNames[one] }))}
        value={language}
        onChange={(value) => isInterfaceLanguage(value) && setLanguage(value)}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconDownload size={18} aria-hidden />} loading={saving.isPending}>
            {t('export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((format) => (
            <Menu.Item key={format} onClick={() => save(format)}>
              {t(`formats.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
