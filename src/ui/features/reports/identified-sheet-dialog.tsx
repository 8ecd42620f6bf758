import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { ToldPassword } from '../documents/told-password.tsx';
import type { ReportPeriod } from './periods.ts';
import classes from './reports-page.module.css';

/** A list of named people for one organisation: apart from reports, for those who agreed, and encrypted. */
export function IdentifiedSheetDialog(props: { period: ReportPeriod; onClose: () => void }) {
  const { period, onClose } = props;
  const { t } = useTranslation(['reports', 'common']);
  const { current: language } = useLanguage();
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const { data, error } = useQuery({
    queryKey: ['reports', 'identified', period.from, period.to, organisationId],
    queryFn: () =>
      organisationId ? vault.identifiedSheets.preview({ period, organisationId }) : undefined,
    enabled: organisationId !== null,
    gcTime: 0,
  });
  const saving = useMutation({
    mutationFn: async (chosen: string) => {
      const suggestedName = `approdo-elenco-${period.from}-${period.to}.pdf`;
      const { grant } = await vault.shell.chooseSavePath({ suggestedName, format: 'pdf' });
      if (grant === null) return null;
      return vault.identifiedSheets.save({ period, organisationId: chosen, language, grant });
    },
  });
  const saved = saving.data;
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      closeOnClickOutside={!saved}
      title={t('identified.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {saved ? (
        <ToldPassword
          saved={t('identified.saved', { count: saved.people })}
          password={saved.password}
          onDone={onClose}
        />
      ) : (
        <Stack gap="md">
          <Alert color="terracotta" title={t('identified.warningTitle')}>
            {t('identified.warning')}
          </Alert>
          <OrganisationField
            label={t('identified.organisation')}
            value={organisationId}
            onChange={setOrganisationId}
          />
          <ErrorNotice error={error ?? saving.error} />
          {organisationId !== null && !data && !error && <Skeleton height={60} />}
          {data && (
            <div aria-live="polite">
              <Text fw={600}>{t('identified.people', { count: data.people })}</Text>
              <ul className={classes.reasons}>
                {data.leftOut.map(({ reason, people }) => (
                  <li key={reason}>{t(`identified.leftOut.${reason}`, { count: people })}</li>
                ))}
              </ul>
            </div>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common:actions.cancel')}
            </Button>
            <Button
              disabled={organisationId === null || !data || data.people === 0}
              loading={saving.isPending}
              onClick={() => organisationId !== null && saving.mutate(organisationId)}
            >
              {t('identified.save')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
