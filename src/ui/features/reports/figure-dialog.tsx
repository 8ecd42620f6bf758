import { useTranslation } from 'react-i18next';
import type { Summary } from '#api/reports.ts';
import { vault } from '#ui/app/vault-client.ts';
import type { FigurePlace } from './openable-figure.tsx';
import { PeopleBehindDialog } from './people-behind-dialog.tsx';

interface FigureDialogProps {
  summary: Summary;
  /** The report it was printed in; absent while none was sent. */
  releaseId?: string | undefined;
  figure: FigurePlace;
  onClose: () => void;
}

/** The people behind one figure: before it leaves, and of a report that left as the register is now. */
export function FigureDialog({ summary, releaseId, figure, onClose }: FigureDialogProps) {
  const { t } = useTranslation('report-plans');
  const { period, plan } = summary;
  const { place, words } = figure;
  return (
    <PeopleBehindDialog
      title={words}
      text={t('open.text')}
      queryKey={['reports', 'open', releaseId, period, plan, place]}
      read={() =>
        vault.figures.open({
          period,
          place,
          ...(plan ? { plan } : {}),
          ...(releaseId ? { id: releaseId } : {}),
        })
      }
      onClose={onClose}
    />
  );
}
