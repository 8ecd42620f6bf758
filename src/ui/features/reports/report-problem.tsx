import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProcedureError } from '#api/errors.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { useErrorText } from '#ui/components/use-error-text.ts';
import { useDates } from '#ui/i18n/use-dates.ts';

const knownReasons = [
  'nobody',
  'total_too_small',
  'increment_too_small',
  'group_attribute',
  'erased_apart',
  'keep_cell_is_primary',
  'cannot_protect',
  'audit_failed',
] as const;

/** Why a report is not made, and from which day it could be. */
export function ReportProblem({ error }: { error: unknown }) {
  const { t } = useTranslation(['reports', 'errors']);
  const textOf = useErrorText();
  const dates = useDates();
  if (!(error instanceof ProcedureError) || error.code !== 'report_refused') {
    return <ErrorNotice error={error} />;
  }
  const { needed, missing, possibleFrom, isEstimate } = error.details ?? {};
  const reason = knownReasons.find((one) => one === error.details?.reason);
  const when =
    isEstimate === 'yes' ? 'errors:refused.possibleAbout' : 'errors:refused.possibleFrom';
  return (
    <Alert color="terracotta" role="alert" title={t('refusedTitle')}>
      {reason && <Text>{t(`errors:refused.${reason}`, { needed })}</Text>}
      {typeof missing === 'number' && (
        <Text>{t('errors:refused.missing', { count: missing })}</Text>
      )}
      {typeof possibleFrom === 'string' && (
        <Text fw={600}>{t(when, { date: dates.day(possibleFrom) })}</Text>
      )}
      <Text>{textOf(error)}</Text>
    </Alert>
  );
}
