import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Release } from '#api/releases.ts';
import { vault } from '#ui/app/vault-client.ts';
import { useSaveFile } from '../documents/use-save-file.ts';

const formats = ['pdf', 'xlsx', 'csv', 'json'] as const;

/** The files of a report as it was sent, to be saved again as often as one likes. */
export function ReleaseFiles({ release }: { release: Release }) {
  const { t } = useTranslation('reports');
  const saving = useSaveFile();
  const { id, number, period } = release;
  return (
    <Group gap="xs">
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={saving.isPending && saving.variables.format === format}
          onClick={() =>
            saving.mutate({
              suggestedName: `approdo-${number}-${period.from}-${period.to}.${format}`,
              format,
              write: (grant) => vault.releases.saveFile({ id, format, grant }),
            })
          }
        >
          {t(`formats.${format}`)}
        </Button>
      ))}
    </Group>
  );
}
