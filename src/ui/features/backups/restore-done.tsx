import { Alert, Button, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contract, OutputOf } from '#api/contract.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { formatInstant } from '#ui/i18n/dates.ts';

interface RestoreDoneProps {
  restored: OutputOf<Contract, 'backups.restore'>;
  onOpen: () => void;
}

export function RestoreDone({ restored, onOpen }: RestoreDoneProps) {
  const { t, i18n } = useTranslation('vault');
  const { madeAt, people, attachments, missingAttachments, folder } = restored;
  const when = formatInstant(madeAt, i18n.language, 'long');
  return (
    <>
      <PageHeading lead={t('restore.doneLead')}>{t('restore.doneTitle')}</PageHeading>
      <Stack gap="md">
        <FactList
          facts={[
            { label: t('restore.asOf'), value: when },
            { label: t('restore.people'), value: String(people) },
            { label: t('restore.attachments'), value: String(attachments) },
            {
              label: t('restore.missing'),
              value: missingAttachments > 0 && String(missingAttachments),
            },
            { label: t('restore.folder'), value: <bdi>{folder}</bdi> },
          ]}
        />
        <Alert color="petrol" icon={<IconCircleCheck aria-hidden />}>
          {t('restore.later')}
        </Alert>
        <Button size="md" onClick={onOpen}>
          {t('restore.open')}
        </Button>
      </Stack>
    </>
  );
}
