import { Button } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '#api/enterprises.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { FirmDialog } from './firm-dialog.tsx';

export function FirmPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  const dates = useDates();
  const [isEditing, setEditing] = useState(false);
  const { firm } = dossier;
  const write = (
    <Button variant="light" onClick={() => setEditing(true)}>
      {t(firm ? 'edit' : 'firm.add')}
    </Button>
  );
  return (
    <Panel title={t('firm.title')} actions={firm && write}>
      {firm ? (
        <FactList
          facts={[
            { label: t('firm.name'), value: firm.name },
            { label: t('firm.openedOn'), value: dates.day(firm.openedOn) },
            { label: t('firm.form'), value: label('firmForms', firm.form) },
            { label: t('firm.ateco'), value: firm.ateco },
            { label: t('firm.closedOn'), value: firm.closedOn && dates.day(firm.closedOn) },
            { label: t('firm.note'), value: firm.note },
          ]}
        />
      ) : (
        <EmptyState icon={<IconBuildingStore size={28} />} title={t('firm.empty')} action={write}>
          {t('firm.emptyText')}
        </EmptyState>
      )}
      {isEditing && <FirmDialog dossier={dossier} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
