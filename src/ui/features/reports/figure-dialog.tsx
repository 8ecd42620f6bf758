import { Alert, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Summary } from '#api/reports.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import type { FigurePlace } from './openable-figure.tsx';
import classes from './reports-page.module.css';

interface FigureDialogProps {
  summary: Summary;
  /** The report it was printed in; absent while none was sent. */
  releaseId?: string | undefined;
  figure: FigurePlace;
  onClose: () => void;
}

/** The people behind one figure: before it leaves, and of a report that left as the register is now. */
export function FigureDialog({ summary, releaseId, figure, onClose }: FigureDialogProps) {
  const { t } = useTranslation(['report-plans', 'common']);
  const { period, plan } = summary;
  const { place, words } = figure;
  const { data, error } = useQuery({
    queryKey: ['reports', 'open', releaseId, period, plan, place],
    queryFn: () =>
      vault.figures.open({
        period,
        place,
        ...(plan ? { plan } : {}),
        ...(releaseId ? { id: releaseId } : {}),
      }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={words}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('open.text')}</Text>
        <ErrorNotice error={error} />
        {!data && !error && <Skeleton height={120} />}
        {data && (
          <div aria-live="polite">
            <Text fw={600}>{t('open.people', { count: data.people.length })}</Text>
            {data.countedThen !== undefined && data.countedThen !== data.people.length && (
              <Alert color="terracotta" my="xs">
                {t('open.countedThen', { count: data.countedThen })}
              </Alert>
            )}
            <ul className={classes.people}>
              {data.people.map(({ personId, listedName, caseNumber }) => (
                <li key={personId}>
                  <Link to="/people/$personId" params={{ personId }}>
                    {listedName}
                  </Link>{' '}
                  <span className={classes.method}>{caseNumber}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
    </Modal>
  );
}
